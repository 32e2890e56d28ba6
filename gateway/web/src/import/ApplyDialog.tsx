import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Import } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Confirm } from '../ui/Confirm';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useImportWork } from './data';

/** What will be done, in numbers, before it is; where very many would be ended, somebody types how many. */
export function ApplyDialog({ one, close }: { one: Import; close: () => void }) {
  const t = useTexts('import');
  const { number } = useFormat();
  const { apply } = useImportWork(one.importId);
  const [typed, setTyped] = useState('');
  const right = !one.needsNumber || Number(typed.replaceAll(/\s/g, '')) === one.toBeEnded;
  return (
    <Confirm title={t('import:apply.title')} open close={close}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          apply.mutate({ version: one.version, ended: one.needsNumber ? one.toBeEnded : null }, { onSuccess: close });
        }}
      >
        <div className="flow" style={{ gap: '0.5rem' }}>
          <p>{t('import:apply.lead', { rows: number(one.rows) })}</p>
          {one.toBeEnded > 0 && <p className="late">{t('import:apply.ended', { count: one.toBeEnded })}</p>}
          <p className="dim">{t('import:apply.undo')}</p>
        </div>
        {one.needsNumber && (
          <TextInput label={t('import:apply.number', { count: one.toBeEnded })} description={t('import:apply.numberHelp')} inputMode="numeric" maxLength={12} autoComplete="off" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
        )}
        {apply.error && <ProblemNote error={apply.error} />}
        <div className="row-of-buttons">
          <Button type="submit" disabled={!right} loading={apply.isPending}>
            {t('import:apply.verb')}
          </Button>
          <Button variant="subtle" onClick={close}>
            {t('common:action.cancel')}
          </Button>
        </div>
      </form>
    </Confirm>
  );
}
