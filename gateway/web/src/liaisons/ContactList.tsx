import { Button } from '@mantine/core';
import { useState } from 'react';
import type { LiaisonContact } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useContacts, useUndoLogged } from './data';
import classes from './liaisons.module.css';
import { CorrectContact } from './LogContact';
import { useTakeBack } from './useTakeBack';

/** What has been said so far, the latest first; one's own can be corrected or undone for an hour. */
export function ContactList({ associationId, ours }: { associationId: string; ours: boolean }) {
  const t = useTexts('liaisons');
  const list = useContacts(associationId, ours);
  const [correcting, setCorrecting] = useState<string>();
  return (
    <Answered query={list} rows={3}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={t('liaisons:contacts.empty')}>{ours ? undefined : t('liaisons:contacts.emptyHelp')}</Empty>
        ) : (
          <>
            <ol className={classes.rows}>
              {rows.map((contact) => (
                <li key={contact.contactId}>
                  {correcting === contact.contactId ? (
                    <CorrectContact contact={contact} close={() => setCorrecting(undefined)} />
                  ) : (
                    <Contact contact={contact} mayChange={!ours && contact.canChange} correct={() => setCorrecting(contact.contactId)} />
                  )}
                </li>
              ))}
            </ol>
            <ShowMore query={list} shown={rows.length} />
          </>
        )
      }
    </Answered>
  );
}

function Contact({ contact, mayChange, correct }: { contact: LiaisonContact; mayChange: boolean; correct: () => void }) {
  const t = useTexts('liaisons');
  const { shortDay } = useFormat();
  const undo = useUndoLogged();
  const takeBack = useTakeBack();
  return (
    <>
      <div>
        <p>
          <b>{t(`liaisons:kind.${contact.kind}`)}</b> <span className="dim small">{[shortDay(contact.on), contact.by, contact.isStandIn && t('liaisons:contacts.asStandIn')].filter(Boolean).join(' · ')}</span>
        </p>
        <p>{contact.summary}</p>
        {contact.promises.length > 0 && (
          <ul className="small dim" style={{ paddingLeft: '1.2rem', marginTop: '0.35rem' }}>
            {contact.promises.map((promise) => (
              <li key={promise.promiseId}>
                {promise.text} ({t(`liaisons:promise.by.${promise.side}`).toLowerCase()}, {promise.doneAt ? t('liaisons:promise.isDone') : t('liaisons:promise.due', { date: shortDay(promise.due) }).toLowerCase()})
              </li>
            ))}
          </ul>
        )}
        {undo.error && <ProblemNote error={undo.error} />}
      </div>
      {mayChange && (
        <div className="row-of-buttons no-print">
          <Button variant="default" size="sm" onClick={correct}>
            {t('liaisons:contacts.correct')}
          </Button>
          <Button variant="default" size="sm" loading={undo.isPending} onClick={() => takeBack(undo.mutateAsync(contact.contactId), t('liaisons:log.undone'))}>
            {t('common:action.undo')}
          </Button>
        </div>
      )}
    </>
  );
}
