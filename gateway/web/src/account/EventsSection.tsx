import { Title } from '@mantine/core';
import { answer, api } from '../api/client';
import { usePages } from '../api/pages';
import type { OwnEvent } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import classes from './PasskeySection.module.css';

/** What has happened to one's own sign-in, so that a stranger in it is noticed. */
export function EventsSection() {
  const t = useTexts('account');
  const events = usePages(['own-events'], (after) => answer(api.GET('/auth/events', { params: { query: { size: 10, after } } })));
  return (
    <section className="section">
      <Title order={2}>{t('account:security.events.title')}</Title>
      <p>{t('account:security.events.text')}</p>
      <Answered query={events} rows={4}>
        {(list) => (
          <>
            <ul className={classes.list}>
              {list.map((event) => (
                <Event key={event.id} event={event} />
              ))}
            </ul>
            <ShowMore query={events} shown={list.length} />
          </>
        )}
      </Answered>
    </section>
  );
}

function Event({ event }: { event: OwnEvent }) {
  const t = useTexts('account');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const device = event.browser && event.system && t('account:security.sessions.device', { browser: codes('browser', event.browser), system: codes('system', event.system) });
  const by = event.by === 'administrator' ? t('account:security.events.byAdministrator') : event.by === 'system' ? t('account:security.events.bySystem') : undefined;
  return (
    <li>
      <div>
        <b>{codes('securityEvent', event.action)}</b> {by}
        <div className="dim small">{[dayAndTime(event.at), event.method && codes('method', event.method), device].filter(Boolean).join(' · ')}</div>
        {event.reason && <div className="small">{t('account:security.events.reason', { reason: event.reason })}</div>}
      </div>
    </li>
  );
}
