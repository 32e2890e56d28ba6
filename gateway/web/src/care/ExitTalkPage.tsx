import { useParams } from 'react-router';
import { Answered } from '../ui/Answered';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { CaseWork } from './CaseWork';
import { useCase } from './data';

/** An exit conversation, as the feminist officer sees it, who works with no other care. */
export default function ExitTalkPage() {
  const t = useTexts('cases');
  const { caseId = '' } = useParams();
  const found = useCase(caseId, true);
  return (
    <Page title={found.data?.member.name ?? t('cases:exit.one')} lead={t('cases:exit.lead')} crumbs={[{ label: t('cases:mine.title'), to: '/mina-arenden' }]}>
      <Answered query={found}>{(answered) => <CaseWork answered={answered} exit />}</Answered>
    </Page>
  );
}
