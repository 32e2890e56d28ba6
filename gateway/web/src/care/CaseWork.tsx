import { Button, InputBase, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { CareResult, Case } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Facts } from '../ui/Facts';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { showPhone } from '../ui/phone';
import { ProblemNote } from '../ui/ProblemNote';
import { readDraft, useDraft } from '../ui/useDraft';
import { useTexts } from '../ui/useTexts';
import { AssigneeField } from './AssigneeField';
import { CaseHistory } from './CaseHistory';
import { Contacts } from './Contacts';
import { useNextStep, usePlans, useReopen, useTick } from './data';
import { PromisedBy } from './PromisedBy';
import { Snooze } from './Snooze';
import { Verbs } from './Verbs';

/** A case: whom it is about, what is next, what one can say and do, and what was said and done. */
export function CaseWork({ answered, exit }: { answered: Case; exit?: boolean }) {
  const t = useTexts('association');
  const codes = useCodes();
  const { language } = useFormat();
  const { case: row, member } = answered;
  const open = row.state === 'open';
  const step = useNextStep(!exit)(row);
  return (
    <>
      <Facts
        items={[
          [t('association:case.reason'), codes('careReason', row.reason)],
          ...(open && step ? [[t('association:cases.next'), language === 'en' ? step.english : step.swedish] as [string, string]] : []),
          [open ? t('association:case.promised') : t('association:case.state'), open ? <PromisedBy due={row.due} /> : <span className="good">{row.result ? codes('careResult', row.result) : t('association:case.isDone')}</span>],
          [t('words:person.phone'), member.phone ? <a href={`tel:${member.phone}`}>{showPhone(member.phone)}</a> : t('words:person.notStated')],
          [t('words:person.email'), member.email ? <a href={`mailto:${member.email}`}>{member.email}</a> : t('words:person.notStated')],
          [t('association:case.language'), member.language === 'en' ? t('words:person.en') : t('words:person.sv')],
          [t('words:person.helpWith'), member.helpWith.map((way) => codes('helpWay', way)).join(', ') || t('words:person.nothing')],
        ]}
      />
      {member.message && (
        <div style={{ marginTop: '1.25rem' }}>
          <Note kind="information" title={t('association:case.message')}>
            <p>{member.message}</p>
          </Note>
        </div>
      )}
      {!answered.mayRead && (
        <div style={{ marginTop: '1.25rem' }}>
          <Note kind="information" title={t('association:case.confidential')}>
            <p>{t('association:case.confidentialHelp')}</p>
          </Note>
        </div>
      )}
      {open && answered.mayRead && <Say answered={answered} exit={exit} />}
      {!exit && answered.mayRead && (open ? <Snooze answered={answered} /> : <Reopen answered={answered} />)}
      <Contacts answered={answered} exit={exit} />
      <CaseHistory events={answered.events} reason={row.reason} named={!exit} />
      {open && !exit && answered.mayRead && <AssigneeField answered={answered} />}
      {!exit && (
        <p className="section">
          <Link to={`/forening/${row.associationId}/medlemmar/${row.memberId}`}>{t('association:case.person')}</Link>
        </p>
      )}
    </>
  );
}

function Say({ answered, exit }: { answered: Case; exit?: boolean }) {
  const t = useTexts('association');
  const codes = useCodes();
  const { tell } = useNotices();
  const { case: row, member } = answered;
  const draft = `arende-${row.caseId}`;
  const [note, setNote] = useState(() => readDraft<{ note: string }>(draft).note ?? '');
  const [result, setResult] = useState<CareResult | ''>('');
  useDraft(draft, { note });
  const { data: plans } = usePlans(!exit);
  const plan = plans?.plans.find((one) => one.reason === row.reason);
  const tick = useTick(row.caseId);
  const results: CareResult[] = plan?.results ?? (exit ? ['talkHeld', 'talkDeclined', 'noReply'] : []);
  const isTask = plan?.steps[row.step]?.kind === 'task';
  return (
    <section className="section no-print">
      <Title order={2}>{t('association:case.what')}</Title>
      <div className="form">
        <InputBase
          component="textarea"
          multiline
          rows={3}
          id="note"
          label={t('common:form.optional', { label: t('association:case.note') })}
          description={row.reason === 'leftAssignment' ? t('association:case.confidentialHelp') : t('association:case.noteHelp')}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <NativeSelect
          id="result"
          label={t('association:case.result')}
          description={t('association:case.resultHelp')}
          value={result}
          onChange={(event) => setResult(event.currentTarget.value as CareResult | '')}
          data={[{ value: '', label: t('association:case.isDone') }, ...results.map((one) => ({ value: one, label: codes('careResult', one) }))]}
        />
        <Verbs caseId={row.caseId} name={member.name} note={note} result={result || null} exit={exit} noted={() => setNote('')} />
        {isTask && (
          <div>
            <Button variant="default" size="sm" loading={tick.isPending} onClick={() => tick.mutate(row.step, { onSuccess: () => tell(t('association:case.stepDone')) })}>
              {t('association:case.stepVerb')}
            </Button>
            {tick.error && <ProblemNote error={tick.error} />}
          </div>
        )}
      </div>
    </section>
  );
}

function Reopen({ answered }: { answered: Case }) {
  const t = useTexts('association');
  const { tell } = useNotices();
  const reopen = useReopen(answered.case.caseId);
  return (
    <section className="section no-print">
      <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate(undefined, { onSuccess: () => tell(t('association:case.reopened', { name: answered.member.name })) })}>
        {t('association:case.reopen')}
      </Button>
      {reopen.error && <ProblemNote error={reopen.error} />}
    </section>
  );
}
