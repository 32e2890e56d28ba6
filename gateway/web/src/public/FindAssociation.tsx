import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTexts } from '../ui/useTexts';
import classes from './FindAssociation.module.css';

/** The first step of joining, on the first page: the postal code finds the association. */
export function FindAssociation() {
  const t = useTexts('public');
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  function begin(event: FormEvent) {
    event.preventDefault();
    const digits = code.replace(/\D/g, '');
    void navigate(digits ? `/bli-medlem?postnummer=${digits}` : '/bli-medlem');
  }
  return (
    <form className={classes.find} onSubmit={begin}>
      <TextInput
        label={t('public:find.label')}
        description={t('public:find.help')}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        inputMode="numeric"
        autoComplete="postal-code"
        maxLength={6}
        size="lg"
        className={classes.field}
      />
      <Button type="submit" size="lg" className={classes.button}>
        {t('public:find.verb')}
      </Button>
    </form>
  );
}
