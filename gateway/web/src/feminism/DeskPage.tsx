import { NativeSelect, Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import { useNow } from '../api/clock';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import type { Desk } from '../api/types';
import { Reports } from '../conference/Reports';
import { dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { Checklist } from './Checklist';
import { useDesk } from './data';
import { Plan } from './Plan';

/** The feminist officer's desk, of an association or the district: what is planned, what has happened, what waits. */
export default function DeskPage() {
  const t = useTexts('feminism');
  const { id } = useParams();
  const nameOf = useAssociationNames();
  const { data: session } = useSession();
  const { get, set } = useAddress();
  const thisYear = Number(dateOf(useNow()).slice(0, 4));
  const year = Number(get('ar')) || thisYear;
  const desk = useDesk(year, id);
  return (
    <Page title={t('feminism:titleOf', { year })} lead={t('feminism:lead')} crumbs={id ? [{ label: nameOf(id), to: `/forening/${id}/om` }] : undefined} wide>
      <NativeSelect id="ar" className="no-print" maw="10rem" label={t('feminism:year')} value={String(year)} onChange={(event) => set('ar', event.currentTarget.value)} data={[thisYear + 1, thisYear, thisYear - 1, thisYear - 2].map(String)} />
      <p className="no-print" style={{ marginTop: '1rem' }}>
        <Link to={id ? `/forening/${id}/jamstalldhet` : '/distrikt/jamstalldhet'}>{t('feminism:balance')}</Link>
        {may(session, 'care:exit') && (
          <>
            {' · '}
            <Link to="/mina-arenden">{t('feminism:talks')}</Link>
          </>
        )}
      </p>
      <Answered query={desk} rows={8}>
        {(known) => (
          <>
            <Plan desk={known} association={id} />
            <Below desk={known} />
            <Checklist desk={known} association={id} />
            <Meetings desk={known} />
            <TalkTime desk={known} />
            <Exits exits={known.exits} />
            {known.isDistrict && <Reports kind="feminism" year={year} to="/distrikt/internfeminism/rapport" mayBegin />}
          </>
        )}
      </Answered>
    </Page>
  );
}

function Below({ desk }: { desk: Desk }) {
  const t = useTexts('feminism');
  const { number } = useFormat();
  return (
    <section className="section" aria-labelledby="golvet">
      <Title order={2} id="golvet">{t('feminism:below.title')}</Title>
      {desk.belowFloor.length === 0 ? (
        <p className="good">{t('feminism:below.none')}</p>
      ) : (
        <ul>
          {desk.belowFloor.map((body) => (
            <li key={(body.committeeName ?? '') + (body.associationId ?? '')}>{t('feminism:below.line', { name: body.committeeName ?? body.associationName ?? t('feminism:below.district'), women: number(body.women), all: number(body.women + body.men + body.others) })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Meetings({ desk }: { desk: Desk }) {
  const t = useTexts('feminism');
  const { shortDay } = useFormat();
  return (
    <section className="section" aria-labelledby="moten">
      <Title order={2} id="moten">{t('feminism:meetings.title')}</Title>
      {desk.meetings.length === 0 ? (
        <Empty title={t('feminism:meetings.none')}>{t('feminism:meetings.noneHelp')}</Empty>
      ) : (
        <ul>
          {desk.meetings.map((meeting) => (
            <li key={meeting.meetingId}>{[shortDay(meeting.heldOn), meeting.title, meeting.associationName, meeting.attended === null ? null : t('feminism:meetings.came', { count: meeting.attended })].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function TalkTime({ desk }: { desk: Desk }) {
  const t = useTexts('feminism');
  const { number, shortDay } = useFormat();
  return (
    <section className="section" aria-labelledby="talartid">
      <Title order={2} id="talartid">{t('feminism:talk.title')}</Title>
      {desk.talkTimes.length === 0 ? (
        <Empty title={t('feminism:talk.none')}>{t('feminism:talk.noneHelp')}</Empty>
      ) : (
        <ul>
          {desk.talkTimes.map((meeting) => (
            <li key={meeting.meetingId}>
              {[shortDay(meeting.heldOn), meeting.title, meeting.associationName].filter(Boolean).join(' · ')}
              <div className="dim">{meeting.womenPercent === null ? t('feminism:talk.few', { minutes: number(meeting.minutes) }) : t('feminism:talk.share', { percent: number(meeting.womenPercent), minutes: number(meeting.minutes) })}</div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Exits({ exits: { offered, held, declined, open } }: { exits: Desk['exits'] }) {
  const t = useTexts('feminism');
  const { number } = useFormat();
  const words =
    offered === null
      ? t('feminism:exits.few')
      : offered === 0
        ? t('feminism:exits.none')
        : held === null
          ? t('feminism:exits.offered', { offered: number(offered) })
          : t('feminism:exits.all', { offered: number(offered), held: number(held), declined: number(declined ?? 0), open: number(open ?? 0) });
  return (
    <section className="section" aria-labelledby="avslut">
      <Title order={2} id="avslut">{t('feminism:exits.title')}</Title>
      <p>{words}</p>
    </section>
  );
}
