import { Title } from '@mantine/core';
import { useRead } from '../api/light';
import { useFormat } from '../i18n/dates';
import { i18n } from '../i18n/i18n';
import { Empty } from '../ui/Empty';
import { useTexts } from '../ui/useTexts';
import { readCalendar } from './calendar';
import classes from './NextEvents.module.css';

/** What happens next, open to everyone. A silent calendar is no error to somebody who came to join. */
export function NextEvents() {
  const t = useTexts('public');
  const { dayAndTime } = useFormat();
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
              <p className={classes.what}>{i18n.language === 'en' ? event.titleEn : event.titleSv}</p>
              {event.place && <p className="dim">{event.place}</p>}
            </li>
          ))}
        </ul>
      ) : (
        events && <Empty title={t('public:events.empty')}>{t('public:events.emptyHelp')}</Empty>
      )}
    </section>
  );
}
