import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Icon } from './icons';

/** The search of a page: asks a moment after the last key, and is where «/» leads. */
export function SearchInput({
  value,
  onSearch,
  label,
  ...rest
}: {
  value: string;
  onSearch: (words: string) => void;
  label: string;
} & Omit<TextInputProps, 'value' | 'onChange' | 'label'>) {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  const ask = useDebouncedCallback((typed: string) => onSearch(typed.trim()), 300);
  const router = useRouter();
  // Asked late, the search would lead back from the page that is being opened.
  useEffect(() => router.subscribe('onBeforeNavigate', ({ pathChanged }) => pathChanged && ask.cancel()), [router, ask]);
  return (
    <TextInput
      type="search"
      size="sm"
      value={words}
      data-page-search
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" size={15} />}
      onChange={(event) => {
        setWords(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
      {...rest}
    />
  );
}
