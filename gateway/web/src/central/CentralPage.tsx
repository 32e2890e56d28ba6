import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import classes from '../economy/economy.module.css';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useCentralItems, useRelay, useTakeBackItem } from './data';
import { ItemForm } from './ItemForm';

/** What came from the party centrally: recorded once, relayed, and followed by who has read and done. */
export default function CentralPage() {
  const t = useTexts('central');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  // Asked here, so that the day is known when a form opens.
  useNow();
  const items = useCentralItems();
  const relay = useRelay();
  const takeBack = useTakeBackItem();
  const [keyFor] = useState(onceKey);
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t('central:page.title')} lead={t('central:page.lead')} wide>
      {adding ? (
        <ItemForm
          verb={t('central:form.relay')}
          pending={relay.isPending}
          error={relay.error}
          close={() => setAdding(false)}
          send={async (item) => {
            const made = await relay.mutateAsync({ item, key: keyFor(item) });
            setAdding(false);
            tell(t('central:form.relayed', { count: made.relays.length }), () => takeBack.mutate(made.item.itemId, { onSuccess: () => tell(t('central:form.takenBack')) }));
          }}
        />
      ) : (
        <Button className="no-print" onClick={() => setAdding(true)}>{t('central:page.add')}</Button>
      )}
      <section className="section" aria-label={t('central:page.title')}>
        <Answered query={items}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('central:page.empty')}>{t('central:page.emptyHelp')}</Empty>
            ) : (
              <>
                <ul className={classes.rows}>
                  {rows.map((row) => (
                    <li key={row.itemId}>
                      <div>
                        <p><Link to={`/distrikt/centralt/${row.itemId}`}><b>{row.title}</b></Link></p>
                        <p className="small">{[t(`central:kind.${row.kind}`), row.due && t('central:due', { date: shortDay(row.due) }), t('central:standing', { read: row.read, done: row.done, count: row.concerned })].filter(Boolean).join(' · ')}</p>
                        {row.isLate ? <p className="late">{t(row.done < row.concerned ? 'central:late' : 'central:lateReport')}</p> : row.reportedOn && <p className="good">{t('central:reported', { date: shortDay(row.reportedOn) })}</p>}
                      </div>
                    </li>
                  ))}
                </ul>
                <ShowMore query={items} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}
