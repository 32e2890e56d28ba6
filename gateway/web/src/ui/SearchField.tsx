import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Icon } from './Icon';
import classes from './SearchField.module.css';
import { useTexts } from './useTexts';

interface Props {
  label: string;
  value: string;
  /** Called a moment after the last key. */
  onSearch: (value: string) => void;
}

/** A search field that `/` brings the focus to. */
export function SearchField({ label, value, onSearch }: Props) {
  const t = useTexts('words');
  const input = useRef<HTMLInputElement>(null);
  const [written, setWritten] = useState(value);
  const [before, setBefore] = useState(value);
  // The address changed by other means, such as going back: the field follows it.
  if (value !== before) {
    setBefore(value);
    setWritten(value);
  }

  useEffect(() => {
    if (written === value) return;
    const timer = setTimeout(() => onSearch(written), 250);
    return () => clearTimeout(timer);
  }, [written, value, onSearch]);

  useEffect(() => {
    function focus(event: KeyboardEvent) {
      const at = event.target as HTMLElement;
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName)) return;
      event.preventDefault();
      input.current?.focus();
    }
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, []);

  return (
    <form
      role="search"
      className={classes.search}
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(written);
      }}
    >
      <TextInput
        ref={input}
        type="search"
        label={label}
        description={t('words:search.shortcut')}
        leftSection={<Icon name="search" />}
        value={written}
        maxLength={100}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
    </form>
  );
}
