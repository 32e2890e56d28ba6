import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { RegionMeeting } from '../api/types';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { useAddMeeting, useRegionMeetings } from './data';
import { MeetingForm } from './MeetingForm';

/** The meetings of the region's assembly and boards. */
export default function MeetingsPage() {
  const t = useTexts('region');
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  // Asked here, so that the day is known when a form opens.
  useNow();
  const go = useNavigate();
  const { data: session } = useSession();
  const { get, set } = useAddress();
  const past = get('visa') === 'tidigare';
  const meetings = useRegionMeetings(past);
  const add = useAddMeeting();
  const [keyFor] = useState(onceKey);
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t('region:meetings.title')} lead={t('region:meetings.lead')} crumbs={[{ label: t('region:title'), to: '/region' }]} wide>
      {adding ? (
        <MeetingForm
          pending={add.isPending}
          error={add.error}
          close={() => setAdding(false)}
          send={async (meeting) => {
            const made = await add.mutateAsync({ meeting, key: keyFor(meeting) });
            tell(t('region:meeting.saved'));
            void go(`/region/moten/${made.meeting.meetingId}`);
          }}
        />
      ) : (
        <div className="row-of-buttons no-print">
          {mayInDistrict(session, 'region:work') && <Button onClick={() => setAdding(true)}>{t('region:meetings.add')}</Button>}
          <Button component="a" variant="default" href="/api/members/region/calendar.ics" download="regiongruppen.ics">{t('region:meetings.calendar')}</Button>
        </div>
      )}
      <section className="section" aria-label={t('region:meetings.title')}>
        <FilterChips label={t('region:meetings.which')} options={[['', t('region:meetings.coming')], ['tidigare', t('region:meetings.past')]]} value={past ? 'tidigare' : ''} onChange={(value) => set('visa', value)} />
        <Answered query={meetings}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t(past ? 'region:meetings.nonePast' : 'region:meetings.none')}>{!past && t('region:meetings.noneHelp')}</Empty>
            ) : (
              <>
                <ul className={classes.rows}>
                  {rows.map((meeting) => (
                    <li key={meeting.meetingId}>
                      <div>
                        <p><Link to={`/region/moten/${meeting.meetingId}`}><b>{meeting.body}</b></Link></p>
                        <p className="small">{[dayAndTime(meeting.startsAt), meeting.place].filter(Boolean).join(' · ')}</p>
                        <Left meeting={meeting} />
                      </div>
                    </li>
                  ))}
                </ul>
                <ShowMore query={meetings} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}

/** How much is left to prepare. */
export function Left({ meeting }: { meeting: RegionMeeting }) {
  const t = useTexts('region');
  if (meeting.matters === 0) return <p className="dim small">{t('region:meetings.nothing')}</p>;
  return meeting.open === 0 ? <p className="good small">{t('region:meetings.ready')}</p> : <p className="small">{t('region:meetings.left', { count: meeting.open })}</p>;
}
