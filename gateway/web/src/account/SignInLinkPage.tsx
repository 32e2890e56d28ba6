import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { answer, gateway } from '../api/client';
import { asProblem } from '../api/problem';
import { startSession } from '../api/session';
import { homeOf } from '../shell/areas';
import { takeReturn } from '../shell/returning';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';

/** Opened from the mail. Opening uses nothing up; the button signs in. */
export default function SignInLinkPage() {
  const t = useTexts('account');
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const enter = useMutation({
    mutationFn: async () => {
      await answer(gateway.POST('/auth/sign-in/complete', { body: { token } }));
      return startSession();
    },
    onSuccess: (session) => {
      const next = takeReturn() ?? homeOf(session);
      const { required, satisfied } = session.secondFactor;
      void navigate(required && !satisfied ? `/andra-faktor?vidare=${encodeURIComponent(next)}` : next, { replace: true });
    },
  });
  const used = enter.error !== null && asProblem(enter.error).status === 400;
  return (
    <Page title={t('account:link.title')} lead={t('account:link.lead')}>
      <div className="flow">
        {enter.error && <ProblemNote error={enter.error} />}
        {used ? (
          <Link to="/logga-in">{t('account:link.new')}</Link>
        ) : (
          <Button size="lg" loading={enter.isPending} onClick={() => enter.mutate()}>
            {t('account:link.verb')}
          </Button>
        )}
      </div>
    </Page>
  );
}
