import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from 'react-router';
import { answer, api } from '../api/client';
import { asProblem } from '../api/problem';
import { startSession } from '../api/session';
import { homeOf } from '../shell/home';
import { takeReturn } from '../shell/returning';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { ChoosePerson, type SharedPerson } from './ChoosePerson';

/** Signed in, or asked which of the people who share the address it is. */
interface Answered {
  choose?: SharedPerson[];
}

/** Opened from the mail. Opening uses nothing up; the button signs in. */
export default function SignInLinkPage() {
  const t = useTexts('account');
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const enter = useMutation({
    mutationFn: async (memberId?: string) => {
      const answered = (await answer(api.POST('/auth/sign-in/complete', { body: { token, memberId: memberId ?? null } }))) as Answered;
      return answered.choose ? { choose: answered.choose } : { session: await startSession() };
    },
    onSuccess: ({ session }) => {
      if (!session) return;
      const wanted = takeReturn();
      const { required, satisfied } = session.secondFactor;
      // Where somebody waits for the person is known only when the second factor has opened it.
      const secondFactor = wanted ? `/andra-faktor?vidare=${encodeURIComponent(wanted)}` : '/andra-faktor';
      void navigate(required && !satisfied ? secondFactor : (wanted ?? homeOf(session)), { replace: true });
    },
  });
  const used = enter.error !== null && asProblem(enter.error).status === 400;
  const people = enter.data?.choose;
  return (
    <Page title={people ? t('account:choose.title') : t('account:link.title')} lead={people ? t('account:choose.lead') : t('account:link.lead')}>
      <div className="flow">
        {people && <ChoosePerson people={people} choose={(memberId) => enter.mutate(memberId)} busy={enter.isPending} />}
        {enter.error && <ProblemNote error={enter.error} />}
        {people ? null : used ? (
          <Link to="/logga-in">{t('account:link.new')}</Link>
        ) : (
          <Button size="lg" loading={enter.isPending} onClick={() => enter.mutate(undefined)}>
            {t('account:link.verb')}
          </Button>
        )}
      </div>
    </Page>
  );
}
