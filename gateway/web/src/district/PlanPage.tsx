import { Title } from '@mantine/core';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { Facts } from '../ui/Facts';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { useGoals } from './data';

const kinds = ['standing', 'activity'] as const;

/** The operating plan's goals: what the district always does, and what has a date. */
export default function PlanPage() {
  const t = useTexts('district');
  const goals = useGoals();
  const year = goals.data?.[0]?.year;
  return (
    <Page title={year ? t('district:plan.titleOf', { year }) : t('district:plan.title')} lead={t('district:plan.lead')}>
      <Answered query={goals} rows={8}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={t('district:plan.empty')}>{t('district:plan.emptyHelp')}</Empty>
          ) : (
            kinds.map((kind) => (
              <section key={kind} style={{ marginBottom: '2.5rem' }}>
                <Title order={2} mb="sm">
                  {t(`district:plan.${kind}`)}
                </Title>
                <Facts items={list.filter((goal) => goal.kind === kind).map((goal) => [goal.code, goal.title])} />
              </section>
            ))
          )
        }
      </Answered>
    </Page>
  );
}
