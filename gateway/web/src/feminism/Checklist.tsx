import { Button, Title } from '@mantine/core';
import type { Desk } from '../api/types';
import classes from '../economy/economy.module.css';
import { useFormat } from '../i18n/dates';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useCheck } from './data';

/** What the nomination committee goes through before it proposes. */
export function Checklist({ desk, association }: { desk: Desk; association?: string }) {
  const t = useTexts('feminism');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  const check = useCheck(desk.year, association);
  const words = (point: Desk['checklist'][number]['point']) => t(`feminism:point.${point}`);
  return (
    <section className="section" aria-labelledby="checklistan">
      <Title order={2} id="checklistan">{t('feminism:checks.title')}</Title>
      <ul className={classes.rows}>
        {desk.checklist.map(({ point, doneAt, doneBy, note }) => (
          <li key={point}>
            <div>
              <p>{words(point)}</p>
              <p className={doneAt ? 'good small' : 'dim small'}>{doneAt ? (doneBy ? t('feminism:checks.done', { date: shortDay(doneAt), name: doneBy }) : t('feminism:checks.doneBy', { date: shortDay(doneAt) })) : t('feminism:checks.open')}</p>
              {note && <p className="small">{note}</p>}
            </div>
            <Button variant="default" size="sm" className="no-print" disabled={check.isPending} aria-label={t(doneAt ? 'feminism:checks.undoNamed' : 'feminism:checks.tickNamed', { point: words(point) })} onClick={() => check.mutate({ point, on: !doneAt }, { onSuccess: () => tell(t(doneAt ? 'feminism:checks.back' : 'feminism:checks.told', { point: words(point) })) })}>
              {t(doneAt ? 'feminism:checks.undo' : 'feminism:checks.tick')}
            </Button>
          </li>
        ))}
      </ul>
      {check.error && <ProblemNote error={check.error} />}
    </section>
  );
}
