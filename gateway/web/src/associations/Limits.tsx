import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { HealthLimit } from '../api/types';
import { asProblem, fieldErrors } from '../api/problem';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useSetLimit } from './data';
import { figures, useFigureTexts } from './figures';
import classes from './Mark.module.css';

/** The rule in words, figure by figure; the district may move where the lights change. */
export function Limits({ limits, manages }: { limits: HealthLimit[]; manages: boolean }) {
  const t = useTexts('associations');
  const { rule, name } = useFigureTexts();
  const [editing, setEditing] = useState<string>();
  return (
    <>
      <p className="dim" style={{ marginBottom: '0.9rem' }}>{t('associations:limits.help')}</p>
      <ul className={classes.list}>
        {figures.flatMap((figure) => limits.filter((one) => one.figure === figure)).map((limit) => (
          <li key={limit.figure}>
            {editing === limit.figure ? (
              <Edit limit={limit} close={() => setEditing(undefined)} />
            ) : (
              <div className={classes.line}>
                <div>
                  <b>{name(limit.figure)}</b>
                  <div className="dim small">
                    {t(`associations:what.${limit.figure}`)} {rule(limit)} {!limit.isDefault && t('associations:limits.changed')}
                  </div>
                </div>
                {manages && limit.canBeSet && (
                  <Button variant="default" size="sm" className="no-print" aria-label={t('associations:limits.changeNamed', { figure: name(limit.figure) })} onClick={() => setEditing(limit.figure)}>
                    {t('associations:change')}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const parse = (text: string) => {
  const value = Number(text.trim().replace(',', '.').replace('−', '-'));
  return text.trim() === '' || Number.isNaN(value) ? undefined : value;
};

function Edit({ limit, close }: { limit: HealthLimit; close: () => void }) {
  const t = useTexts('associations');
  const { name } = useFigureTexts();
  const { tell } = useNotices();
  const set = useSetLimit();
  const isNumber = (value: string) => (parse(value) === undefined ? t('associations:limits.fault') : null);
  const form = useFields({ amber: String(limit.amber), red: String(limit.red) }, { amber: isNumber, red: isNumber });
  const done = {
    onSuccess: () => {
      close();
      tell(t('associations:limits.done', { figure: name(limit.figure) }));
    },
    onError: (error: unknown) => form.refuse(fieldErrors(asProblem(error))),
  };
  return (
    <form className="form" noValidate onSubmit={form.submit(({ amber, red }) => set.mutate({ figure: limit.figure, amber: parse(amber) ?? null, red: parse(red) ?? null }, done))}>
      <b>{name(limit.figure)}</b>
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <TextInput label={limit.moreIsBetter ? t('associations:limits.amberBelow') : t('associations:limits.amberFrom')} inputMode="decimal" {...form.text('amber')} />
      <TextInput label={limit.moreIsBetter ? t('associations:limits.redBelow') : t('associations:limits.redFrom')} inputMode="decimal" {...form.text('red')} />
      {set.error && Object.keys(form.errors).length === 0 && <ProblemNote error={set.error} kept />}
      {!limit.isDefault && (
        <Button variant="subtle" size="sm" onClick={() => set.mutate({ figure: limit.figure, amber: null, red: null }, done)}>
          {t('associations:limits.giveBack')}
        </Button>
      )}
      <SubmitOrCancel verb={t('associations:save')} pending={set.isPending} cancel={close} />
    </form>
  );
}
