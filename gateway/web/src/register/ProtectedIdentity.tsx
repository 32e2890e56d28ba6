import { Button, InputBase, Title } from '@mantine/core';
import { useState } from 'react';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { Me } from '../api/types';
import { FindPerson } from '../district/FindPerson';
import { Confirm } from '../ui/Confirm';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useProtect } from './data';

/** Says that somebody has protected identity, and through whom they are reached. */
export function ProtectedNote({ person }: { person: Me }) {
  const t = useTexts('people');
  if (!person.protection) return null;
  const { isHidden, through } = person.protection;
  return (
    <Note kind="information" title={t('people:protection.title')}>
      {isHidden ? `${t('people:protection.hidden')} ${through ? t('people:protection.through', { name: through }) : t('people:protection.throughNobody')}` : t('people:protection.youReach')}
    </Note>
  );
}

/** The district protects somebody's details, names who reaches them, or ends the protection. */
export function ProtectedIdentity({ person }: { person: Me }) {
  const t = useTexts('people');
  const { data: session } = useSession();
  const [asking, setAsking] = useState<'begin' | 'end'>();
  if (!mayInDistrict(session, 'protection:manage') || person.membership.endedOn) return null;
  return (
    <section className="section no-print">
      <Title order={2}>{t('people:protection.title')}</Title>
      <div className="flow">
        <p>{t('people:protection.about')}</p>
        <div className="row-of-buttons">
          <Button variant="default" onClick={() => setAsking('begin')}>
            {person.protection ? t('people:protection.change') : t('people:protection.begin')}
          </Button>
          {person.protection && (
            <Button variant="default" onClick={() => setAsking('end')}>
              {t('people:protection.end')}
            </Button>
          )}
        </div>
      </div>
      {asking && <Ask key={asking} person={person} begins={asking === 'begin'} close={() => setAsking(undefined)} />}
    </section>
  );
}

function Ask({ person, begins, close }: { person: Me; begins: boolean; close: () => void }) {
  const t = useTexts('people');
  const { tell } = useNotices();
  const protect = useProtect(person.memberId);
  const name = `${person.givenName} ${person.familyName}`;
  const form = useFields(
    { throughId: '', through: '', reason: '' },
    { throughId: (value) => (!begins || value ? null : t('people:protection.whoFault')), reason: (value) => (value.trim() ? null : t('people:protection.reasonFault')) },
  );
  return (
    <Confirm title={t(begins ? 'people:protection.beginAsk' : 'people:protection.endAsk', { name })} open close={close}>
      <form
        className="form"
        noValidate
        onSubmit={form.submit(({ throughId, through, reason }) =>
          protect.mutate(
            { isProtected: begins, throughId: begins ? throughId : null, reason: reason.trim(), read: person.version },
            {
              onSuccess: () => {
                close();
                tell(begins ? t('people:protection.done', { through }) : t('people:protection.ended'));
              },
            },
          ),
        )}
      >
        {begins && (
          <>
            <p>
              <b>{t('people:protection.who')}</b> {t('people:protection.whoHelp')}
            </p>
            <FindPerson
              chosen={form.values.through}
              error={form.errors.throughId}
              choose={(found) => {
                form.set('throughId', found?.memberId ?? '');
                form.set('through', found?.name ?? '');
              }}
            />
          </>
        )}
        <InputBase component="textarea" multiline rows={2} maxLength={2000} label={t('people:protection.reason')} {...form.text('reason')} />
        {protect.error && <ProblemNote error={protect.error} kept />}
        <SubmitOrCancel verb={begins ? t('people:protection.begin') : t('people:protection.end')} pending={protect.isPending} cancel={close} />
      </form>
    </Confirm>
  );
}
