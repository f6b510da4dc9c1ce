import { PasswordInput } from '@mantine/core';
import type { Ref } from 'react';
import { useText } from '../../lib/i18n/use-text';
import { messages as words } from '../../lib/session/messages';

/** The password that one has. */
export function PasswordField({
  label,
  value,
  onChange,
  error,
  ref,
}: {
  label: string;
  value: string;
  onChange: (password: string) => void;
  error?: string | undefined;
  ref?: Ref<HTMLInputElement>;
}) {
  const t = useText(words);
  return (
    <PasswordInput
      ref={ref}
      label={label}
      name="password"
      autoComplete="current-password"
      value={value}
      visibilityToggleButtonProps={{ 'aria-label': t('show'), tabIndex: 0, 'aria-hidden': false }}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}
