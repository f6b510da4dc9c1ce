import { PasswordInput } from '@mantine/core';
import type { Ref } from 'react';
import { useText } from '../i18n/use-text';
import { missingCharacters } from './password';
import { messages } from './messages';

/** A password to be: how long it must be, and how much is still missing while one types. */
export function NewPasswordField({
  label,
  size = 'md',
  value,
  onChange,
  min,
  asked,
  refused,
  ref,
}: {
  /** «Новый пароль» unless it is the first one. */
  label?: string;
  size?: 'sm' | 'md';
  value: string;
  onChange: (password: string) => void;
  min: number;
  /** The form was sent: what is missing is an error now. */
  asked: boolean;
  /** The server's own word about it. */
  refused?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}) {
  const t = useText(messages);
  const missing = missingCharacters(value, min);
  const hint = value === '' ? t('new.hint', { min }) : missing > 0 ? t('new.missing', { n: missing }) : t('new.enough');
  return (
    <PasswordInput
      ref={ref}
      label={label ?? t('new.password')}
      description={hint}
      name="new-password"
      autoComplete="new-password"
      size={size}
      value={value}
      visibilityToggleButtonProps={{ 'aria-label': t('show'), tabIndex: 0, 'aria-hidden': false }}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={refused ?? (asked && missing > 0 ? (value === '' ? t('error.newPasswordEmpty') : t('error.short')) : undefined)}
    />
  );
}
