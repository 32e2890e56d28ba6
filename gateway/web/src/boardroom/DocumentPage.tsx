import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import { ReportText } from '../conference/ReportText';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { DocumentFacts } from './ArchivePage';
import { useDocument, useRemoveDocument } from './data';

/** One document: its text, or its file to save. */
export default function DocumentPage() {
  const t = useTexts('boardroom');
  const { documentId = '' } = useParams();
  const { tell } = useNotices();
  const go = useNavigate();
  const { data: session } = useSession();
  const found = useDocument(documentId);
  const remove = useRemoveDocument(documentId);
  const [asking, setAsking] = useState(false);
  return (
    <Page title={found.data?.document.title ?? t('boardroom:archive.one')} crumbs={[{ label: t('boardroom:archive.title'), to: '/min-sida/dokument' }]}>
      <Answered query={found}>
        {({ document, body }) => (
          <>
            <p className="dim"><DocumentFacts document={document} /></p>
            {document.file && <p style={{ marginTop: '1rem' }}><a href={`/api/members/documents/${documentId}/file`} download>{document.file.name}</a></p>}
            {body && (document.kind === 'report' ? <ReportText body={body} /> : <div style={{ whiteSpace: 'pre-line', marginTop: '1.5rem', overflowWrap: 'anywhere' }} className="measure">{body}</div>)}
            {document.meetingId && mayInDistrict(session, 'board:read') && <p style={{ marginTop: '1.5rem' }}><Link to={`/distrikt/styrelse/${document.meetingId}`}>{t('boardroom:archive.meeting')}</Link></p>}
            {!document.meetingId && mayInDistrict(session, 'board:manage') && <Button variant="default" mt="xl" className="no-print" onClick={() => setAsking(true)}>{t('boardroom:archive.remove')}</Button>}
            {remove.error && <ProblemNote error={remove.error} />}
            <Confirm title={t('boardroom:archive.removeAsk', { title: document.title })} open={asking} close={() => setAsking(false)}>
              <p>{t('boardroom:archive.removeHelp')}</p>
              <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
                <Button
                  loading={remove.isPending}
                  onClick={() =>
                    void remove.mutateAsync(undefined).then(
                      () => {
                        tell(t('boardroom:archive.removed'));
                        void go('/min-sida/dokument');
                      },
                      () => setAsking(false),
                    )
                  }
                >
                  {t('boardroom:archive.remove')}
                </Button>
                <Button variant="default" onClick={() => setAsking(false)}>{t('common:action.cancel')}</Button>
              </div>
            </Confirm>
          </>
        )}
      </Answered>
    </Page>
  );
}
