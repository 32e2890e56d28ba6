import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { RegionBody } from '../api/types';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { useBodies, useMatters, useRegionMeetings } from './data';
import { MatterLine } from './Matters';
import { Left } from './MeetingsPage';
import { useVacant } from './useVacant';

const pages = ['positions', 'seats', 'meetings', 'material', 'report'] as const;
const addresses = { positions: 'standpunkter', seats: 'platser', meetings: 'moten', material: 'underlag', report: 'rapport' };

/** The region group's first screen: what is to be prepared, which meetings come, and seats that nobody has. */
export default function RegionPage() {
  const t = useTexts('region');
  const { data: session } = useSession();
  const works = mayInDistrict(session, 'region:work');
  const { get, set } = useAddress();
  const mine = works && get('visa') !== 'alla';
  const matters = useMatters(mine);
  return (
    <Page title={t('region:title')} lead={t('region:lead')} wide>
      {!works && (
        <nav aria-label={t('region:places')} className="no-print">
          <ul className={classes.links}>
            {pages.map((page) => (
              <li key={page}><Link to={`/region/${addresses[page]}`}>{t(`region:${page}.title`)}</Link></li>
            ))}
          </ul>
        </nav>
      )}
      <section className="section" aria-labelledby="forbereda">
        <Title order={2} id="forbereda" mb="sm">{t('region:now.matters')}</Title>
        {works && <FilterChips label={t('region:now.whose')} options={[['', t('region:now.mine')], ['alla', t('region:now.all')]]} value={mine ? '' : 'alla'} onChange={(value) => set('visa', value)} />}
        <Answered query={matters} rows={3}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t(mine ? 'region:now.noMine' : 'region:now.noMatters')} />
            ) : (
              <>
                <ul className={classes.rows}>
                  {rows.map((matter) => (
                    <MatterLine key={matter.matterId} matter={matter} works={works} withMeeting />
                  ))}
                </ul>
                <ShowMore query={matters} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
      <Coming />
      <Vacancies />
    </Page>
  );
}

function Coming() {
  const t = useTexts('region');
  const { dayAndTime } = useFormat();
  const meetings = useRegionMeetings(false, 5);
  return (
    <section className="section" aria-labelledby="kommande">
      <Title order={2} id="kommande" mb="sm">{t('region:now.meetings')}</Title>
      <Answered query={meetings} rows={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('region:now.noMeetings')} />
          ) : (
            <ul className={classes.rows}>
              {rows.slice(0, 5).map((meeting) => (
                <li key={meeting.meetingId}>
                  <div>
                    <p><Link to={`/region/moten/${meeting.meetingId}`}><b>{meeting.body}</b></Link></p>
                    <p className="small">{[dayAndTime(meeting.startsAt), meeting.place].filter(Boolean).join(' · ')}</p>
                    <Left meeting={meeting} />
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <p style={{ marginTop: '0.75rem' }} className="no-print"><Link to="/region/moten">{t('region:now.allMeetings')}</Link></p>
    </section>
  );
}

function Vacancies() {
  const t = useTexts('region');
  const vacant = useVacant();
  const { data: bodies = [] } = useBodies();
  const open = bodies.filter((body: RegionBody) => body.vacant + body.vacantSubstitutes > 0);
  if (open.length === 0) return null;
  return (
    <section className="section" aria-labelledby="lediga">
      <Title order={2} id="lediga" mb="sm">{t('region:now.vacant')}</Title>
      <ul>
        {open.map((body) => (
          <li key={body.bodyId}>{t('region:now.vacantLine', { body: body.name, places: vacant(body) })}</li>
        ))}
      </ul>
    </section>
  );
}
