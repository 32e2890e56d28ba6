import { useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import { Answered } from '../ui/Answered';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { CaseWork } from './CaseWork';
import { useCase } from './data';

/** One person who waits for us: how to reach them, what was said, and what to say next. */
export default function CasePage() {
  const t = useTexts('association');
  const { id = '', caseId = '' } = useParams();
  const nameOf = useAssociationNames();
  const found = useCase(caseId);
  const crumbs = [
    { label: nameOf(id), to: `/forening/${id}` },
    { label: t('common:place.cases'), to: `/forening/${id}/arenden` },
  ];
  return (
    <Page title={found.data?.member.name ?? t('association:case.title')} crumbs={crumbs}>
      <Answered query={found}>{(answered) => <CaseWork answered={answered} />}</Answered>
    </Page>
  );
}
