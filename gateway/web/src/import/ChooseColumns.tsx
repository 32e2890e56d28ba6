import { Button, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { asProblem } from '../api/problem';
import type { CentralField, FileLook } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import classes from './ChooseColumns.module.css';
import { choose, fields, missing, needed, proposed } from './columns';
import { useSend } from './data';

/** What each column means, with some of its values beside; proposed by the headings, remembered for the next file. */
export function ChooseColumns({ file, look, another }: { file: File; look: FileLook; another: () => void }) {
  const t = useTexts('import');
  const codes = useCodes();
  const { number } = useFormat();
  const navigate = useNavigate();
  const [columns, setColumns] = useState(() => proposed(look.headings));
  const [taken, setTaken] = useState(0);
  const send = useSend(setTaken);
  const lacks = missing(columns);
  const unused = look.headings.filter((heading) => !Object.values(columns).includes(heading.column));

  const label = (field: CentralField) => (needed.includes(field) ? codes('importField', field) : t('common:form.optional', { label: codes('importField', field) }));
  const samples = (field: CentralField) => look.headings.find((heading) => heading.column === columns[field])?.samples.join(' · ');

  function start() {
    setTaken(0);
    send.mutate({ file, columns }, { onSuccess: ({ importId }) => void navigate(`/distrikt/import/${importId}`) });
  }

  if (send.isPending) {
    return (
      <div className="flow" role="status">
        <p>{t('import:columns.sending', { name: file.name, percent: number(Math.round(taken * 100)) })}</p>
        <progress className={classes.track} value={taken} max={1} aria-label={t('import:columns.sendingLabel')} />
        <p className="dim small">{t('import:columns.sendingHelp')}</p>
      </div>
    );
  }

  return (
    <section className="flow" aria-labelledby="columns">
      <Title order={2} id="columns">
        {t('import:columns.title', { name: file.name })}
      </Title>
      <p className="dim">{t('import:columns.lead')}</p>
      {send.error && <Faults error={send.error} />}
      <div className={classes.fields}>
        {fields.map((field) => (
          <NativeSelect
            key={field}
            label={label(field)}
            value={columns[field] ?? ''}
            onChange={({ currentTarget: { value } }) => setColumns((now) => choose(now, field, value === '' ? undefined : Number(value)))}
            data={[{ value: '', label: t('import:columns.none') }, ...look.headings.filter((heading) => !heading.holds).map((heading) => ({ value: String(heading.column), label: heading.name || t('import:columns.nameless', { number: heading.column + 1 }) }))]}
            description={<span className={classes.samples}>{samples(field) || ' '}</span>}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
          />
        ))}
      </div>
      {unused.length > 0 && <p className="dim small">{t('import:columns.unused', { names: unused.map((heading) => heading.name).join(', ') })}</p>}
      {look.headings.some((heading) => heading.holds) && <p className="dim small">{t('import:columns.holds')}</p>}
      {lacks.length > 0 && <p className="error-text">{t('import:columns.lacks', { fields: lacks.map((field) => codes('importField', field)).join(', ') })}</p>}
      <div className="row-of-buttons">
        <Button disabled={lacks.length > 0} onClick={start}>
          {t('import:columns.send')}
        </Button>
        <Button variant="default" onClick={another}>
          {t('import:columns.another')}
        </Button>
      </div>
    </section>
  );
}

/** What is wrong with the file, row by row, in the server's words. */
function Faults({ error }: { error: unknown }) {
  const t = useTexts('import');
  const problem = asProblem(error);
  const faults = Object.values(problem.errors).flat();
  if (faults.length === 0) return <ProblemNote error={error} />;
  return (
    <Note kind="problem" title={problem.title}>
      <p>{t('import:columns.faults')}</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Note>
  );
}
