import { InputBase, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import type { Case } from '../api/types';
import { useCodes } from '../i18n/codes';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { showPhone } from '../ui/phone';
import { readDraft, useDraft } from '../ui/useDraft';
import { useTexts } from '../ui/useTexts';
import { AssigneeField } from './AssigneeField';
import { Contacts } from './Contacts';
import { useCase } from './data';
import { PromisedBy } from './PromisedBy';
import { Verbs } from './Verbs';

/** One person who waits for us: how to reach them, what was said, and what to say next. */
export default function CasePage() {
  const t = useTexts('association');
  const { id = '', caseId = '' } = useParams();
  const nameOf = useAssociationNames();
  const found = useCase(caseId);
  const crumbs = [
    { label: nameOf(id), to: `/forening/${id}` },
    { label: t('common:place.cases'), to: `/forening/${id}/arenden` },
  ];
  return (
    <Page title={found.data?.member.name ?? t('association:case.title')} crumbs={crumbs}>
      <Answered query={found}>{(answered) => <Work answered={answered} associationId={id} />}</Answered>
    </Page>
  );
}

function Work({ answered, associationId }: { answered: Case; associationId: string }) {
  const t = useTexts('association');
  const codes = useCodes();
  const { case: row, member } = answered;
  const draft = `arende-${row.caseId}`;
  const [note, setNote] = useState(() => readDraft<{ note: string }>(draft).note ?? '');
  useDraft(draft, { note });
  const open = row.state === 'open';
  return (
    <>
      <Facts
        items={[
          [t('association:case.reason'), codes('careReason', row.reason)],
          [open ? t('association:case.promised') : t('association:case.state'), open ? <PromisedBy due={row.due} /> : <span className="good">{t('association:case.isDone')}</span>],
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
      {open && (
        <section className="section no-print">
          <Title order={2}>{t('association:case.what')}</Title>
          <div className="form">
            <InputBase
              component="textarea"
              multiline
              rows={3}
              id="note"
              label={t('common:form.optional', { label: t('association:case.note') })}
              description={t('association:case.noteHelp')}
              maxLength={2000}
              value={note}
              onChange={(event) => setNote(event.currentTarget.value)}
            />
            <Verbs caseId={row.caseId} name={member.name} note={note} noted={() => setNote('')} />
          </div>
        </section>
      )}
      <Contacts answered={answered} />
      {open && <AssigneeField answered={answered} />}
      <p className="section">
        <Link to={`/forening/${associationId}/medlemmar/${row.memberId}`}>{t('association:case.person')}</Link>
      </p>
    </>
  );
}
