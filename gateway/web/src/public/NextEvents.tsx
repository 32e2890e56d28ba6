import { Title } from '@mantine/core';
import { useRead } from '../api/light';
import { useFormat } from '../i18n/dates';
import { Empty } from '../ui/Empty';
import { useTexts } from '../ui/useTexts';
import { readCalendar, titleOf } from './calendar';
import classes from './NextEvents.module.css';

/** What happens next, open to everyone. A silent calendar is no error to somebody who came to join. */
export function NextEvents() {
  const t = useTexts('public');
  const { dayAndTime, language } = useFormat();
  const { data: events } = useRead('calendar', readCalendar);
  return (
    <section id="handelser" aria-labelledby="handelser-rubrik">
      <Title order={2} id="handelser-rubrik" mb="md">
        {t('public:events.title')}
      </Title>
      {events && events.length > 0 ? (
        <ul className={classes.events}>
          {events.slice(0, 4).map((event) => (
            <li key={event.id}>
              <p className={classes.when}>{dayAndTime(event.startsAt)}</p>
              <p className={classes.what}>{titleOf(event, language)}</p>
              <p className="dim">{[event.place ?? t('public:events.digital'), event.associationName].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
      ) : (
        events && <Empty title={t('public:events.empty')}>{t('public:events.emptyHelp')}</Empty>
      )}
    </section>
  );
}
