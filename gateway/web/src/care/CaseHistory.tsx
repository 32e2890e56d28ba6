import { Title } from '@mantine/core';
import type { CaseEvent, Reason } from '../api/types';
import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';
import classes from './Contacts.module.css';
import { usePlans } from './data';

/** Steps ticked off, rests, hand-overs: so that nobody has to ask who had it and why it waited. */
export function CaseHistory({ events, reason, named }: { events: CaseEvent[]; reason: Reason; named: boolean }) {
  const t = useTexts('cases');
  const { dayAndTime, shortDay, language } = useFormat();
  const { data: plans } = usePlans(named);
  if (events.length === 0) return null;
  const steps = plans?.plans.find((plan) => plan.reason === reason)?.steps ?? [];
  return (
    <section className="section">
      <Title order={2}>{t('cases:history.title')}</Title>
      <ol className={classes.contacts}>
        {events.map((event) => {
          const step = event.step === null ? undefined : steps[event.step];
          return (
            <li key={event.eventId}>
              <div>
                <b>
                  {t(`cases:history.${event.what}`, {
                    from: event.from ?? t('cases:history.nobody'),
                    to: event.to ?? t('cases:history.nobody'),
                    date: event.until ? shortDay(event.until) : '',
                    step: step ? (language === 'en' ? step.english : step.swedish) : '',
                  })}
                </b>{' '}
                <span className="dim small">{[dayAndTime(event.at), event.by].filter(Boolean).join(' · ')}</span>
                {event.note && <p>{event.note}</p>}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
