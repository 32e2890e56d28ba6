import type { ReactNode } from 'react';
import type { Person } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Facts } from '../ui/Facts';
import { useTexts } from '../ui/useTexts';

/** How a person stands, with the statutes' dates. */
export function Standing({ details: { person, handOverState } }: { details: Person }) {
  const t = useTexts('association');
  const r = useTexts('people');
  const codes = useCodes();
  const { longDay } = useFormat();
  const { membership } = person;
  const rows: [string, ReactNode][] = [
    [t('association:person.state'), <b key="state">{codes('membership', membership.state)}</b>],
    [t('association:person.applied'), longDay(membership.appliedOn)],
  ];
  if (membership.paidOn) rows.push([t('association:person.paid'), longDay(membership.paidOn)]);
  if (membership.paidUntil) rows.push([t('association:person.paidUntil'), longDay(membership.paidUntil)]);
  if (membership.effectiveOn) {
    rows.push([
      t('association:person.effective'),
      <>
        {longDay(membership.effectiveOn)} <span className="dim">{membership.isForecast ? t('association:person.forecast') : t('association:person.confirmed')}</span>
      </>,
    ]);
  }
  if (membership.lapsesOn) {
    rows.push([
      r('people:lapses'),
      <>
        {longDay(membership.lapsesOn)} <span className="dim">{r('people:lapsesForecast')}</span>
      </>,
    ]);
  }
  if (membership.endedOn) rows.push([t('association:person.ended'), longDay(membership.endedOn)]);
  if (membership.endReason) rows.push([t('association:person.endReason'), membership.endReason]);
  if (membership.appealedOn) rows.push([t('association:person.appealed'), longDay(membership.appealedOn)]);
  if (handOverState) rows.push([t('association:person.central'), codes('handOver', handOverState)]);
  if (person.memberNumber) rows.push([t('association:person.number'), person.memberNumber]);
  return <Facts items={rows} />;
}
