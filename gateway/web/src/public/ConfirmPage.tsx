import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { answer, api } from '../api/client';
import { useSend } from '../api/light';
import { asProblem } from '../api/problem';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';

/** Opened from the mail. Opening changes nothing, since mail scanners open links too; the button does. */
export default function ConfirmPage() {
  const t = useTexts('public');
  const { token = '' } = useParams();
  const confirm = useSend(() => answer(api.POST('/api/members/applications/confirmation', { body: { token } })));

  if (confirm.data) {
    const { givenName, associationName } = confirm.data;
    return (
      <Page key="done" title={t('public:confirmed.title', { name: givenName })} lead={t('public:confirmed.lead', { association: associationName })}>
        <div className="flow">
          <Note kind="success" title={t('public:confirmed.next')}>
            <p>{t('public:confirmed.call')}</p>
            <p>{t('public:confirmed.fee')}</p>
          </Note>
          <Link to="/logga-in">{t('public:confirmed.signIn')}</Link>
        </div>
      </Page>
    );
  }
  return (
    <Page key="ask" title={t('public:confirm.title')} lead={t('public:confirm.lead')}>
      <div className="flow">
        {confirm.error !== undefined && <ProblemNote error={confirm.error} />}
        {confirm.error !== undefined && asProblem(confirm.error).status === 400 ? (
          <Link to="/bli-medlem">{t('public:confirm.again')}</Link>
        ) : (
          <Button size="lg" loading={confirm.pending} onClick={() => confirm.send(undefined)}>
            {t('public:confirm.verb')}
          </Button>
        )}
      </div>
    </Page>
  );
}
