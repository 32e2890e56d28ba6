import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useNow } from '../api/clock';
import type { Me } from '../api/types';
import { dateOf, useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';
import { useAppeal, useRefuse, useRevoke } from './data';
import { DecideDialog, type Decision } from './DecideDialog';
import { possibleNow } from './deciding';

/** What the association's board may decide (statutes §5–7). It cannot be undone here, so it asks for the reason and names the person. */
export function Decisions({ person }: { person: Me }) {
  const t = useTexts('association');
  const { longDay } = useFormat();
  const [asking, setAsking] = useState<Decision>();
  const possible = possibleNow(person.membership, dateOf(useNow()));
  const changes = { refusal: useRefuse(person.memberId), revocation: useRevoke(person.memberId), appeal: useAppeal(person.memberId) };
  const open = (['refusal', 'revocation', 'appeal'] as const).filter((decision) => possible[decision]);
  if (open.length === 0) return null;
  return (
    <section className="section no-print">
      <Title order={2}>{t('association:decision.title')}</Title>
      <div className="flow">
        {possible.refusal && <p>{t('association:decision.refusal.about')}</p>}
        {possible.revocation && (
          <p>{t('association:decision.revocation.about', { date: longDay(person.membership.revocableUntil ?? ''), count: possible.daysToRevoke })}</p>
        )}
        {possible.appeal && <p>{t('association:decision.appeal.about')}</p>}
        <div className="row-of-buttons">
          {open.map((decision) => (
            <Button key={decision} variant="default" onClick={() => setAsking(decision)}>
              {t(`association:decision.${decision}.verb`)}
            </Button>
          ))}
        </div>
      </div>
      {asking && <DecideDialog decision={asking} name={`${person.givenName} ${person.familyName}`} change={changes[asking]} close={() => setAsking(undefined)} />}
    </section>
  );
}
