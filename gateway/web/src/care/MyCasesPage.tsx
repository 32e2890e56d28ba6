import { Title } from '@mantine/core';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { Missing } from '../ui/Missing';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { CaseList } from './CaseList';
import { useCases, useExitTalks } from './data';
import { MyCareSettings } from './MyCareSettings';

/** What one has promised, wherever it is; where the reminder's link leads. The feminist officer's exit conversations have their own list. */
export default function MyCasesPage() {
  const t = useTexts('cases');
  const { data: session } = useSession();
  const works = may(session, 'care:work');
  const holds = may(session, 'care:exit');
  if (!works && !holds) return <Page title={t('common:missing.title')}><Missing /></Page>;
  return (
    <Page title={t('cases:mine.title')} lead={t('cases:mine.lead')} wide>
      {works && <Mine />}
      {holds && <ExitTalks />}
      {works && <MyCareSettings />}
    </Page>
  );
}

function Mine() {
  const t = useTexts('cases');
  const cases = useCases(undefined, 'open', true);
  return (
    <Answered query={cases} rows={4}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={t('cases:mine.empty')}>{t('cases:mine.emptyHelp')}</Empty>
        ) : (
          <>
            <CaseList rows={rows} withAssociation />
            <ShowMore query={cases} shown={rows.length} />
          </>
        )
      }
    </Answered>
  );
}

function ExitTalks() {
  const t = useTexts('cases');
  const talks = useExitTalks('open');
  return (
    <section className="section" aria-labelledby="avslutssamtal">
      <Title order={2} id="avslutssamtal">
        {t('cases:exit.title')}
      </Title>
      <p style={{ marginBottom: '1rem' }}>{t('cases:exit.lead')}</p>
      <Answered query={talks} rows={2}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="dim">{t('cases:exit.empty')}</p>
          ) : (
            <>
              <CaseList rows={rows} withAssociation exit />
              <ShowMore query={talks} shown={rows.length} />
            </>
          )
        }
      </Answered>
    </section>
  );
}
