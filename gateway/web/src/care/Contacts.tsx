import { Button, Title } from '@mantine/core';
import type { Case } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import classes from './Contacts.module.css';
import { useUndoContact } from './data';

/** What has been said so far, the latest first; the own latest note can be undone for an hour. */
export function Contacts({ answered, exit }: { answered: Case; exit?: boolean }) {
  const t = useTexts('association');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const undo = useUndoContact();
  return (
    <section className="section">
      <Title order={2}>{t('association:contacts.title')}</Title>
      {answered.contacts.length === 0 ? (
        <p className="dim">{t('association:contacts.empty')}</p>
      ) : (
        <ol className={classes.contacts}>
          {answered.contacts.map((contact) => (
            <li key={contact.contactId}>
              <div>
                <b>{codes('outcome', contact.outcome)}</b> <span className="dim small">{[dayAndTime(contact.at), contact.by].filter(Boolean).join(' · ')}</span>
                {contact.note && <p>{contact.note}</p>}
              </div>
              {contact.canUndo && !exit && (
                <Button
                  variant="default"
                  size="sm"
                  loading={undo.isPending}
                  onClick={() => undo.mutate({ id: answered.case.caseId, contactId: contact.contactId }, { onSuccess: () => tell(t('association:verb.undone')) })}
                >
                  {t('common:action.undo')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {undo.error && <ProblemNote error={undo.error} />}
    </section>
  );
}
