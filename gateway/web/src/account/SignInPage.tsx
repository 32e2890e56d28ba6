import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { answer, api } from '../api/client';
import { asProblem, fieldErrors } from '../api/problem';
import { useSession } from '../api/session';
import { useFormat } from '../i18n/dates';
import { homeOf } from '../shell/home';
import { rememberReturn, safeReturn } from '../shell/returning';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { isEmail } from '../ui/personRules';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { ExternalSignIn } from './ExternalSignIn';
import { PasskeySignIn } from './PasskeySignIn';

export default function SignInPage() {
  const t = useTexts('account');
  const { language } = useFormat();
  const { data: session } = useSession();
  const [address] = useSearchParams();
  const next = safeReturn(address.get('vidare'));
  // Back from the external provider without having come in.
  const fault = address.get('fel');
  const form = useFields({ email: '' }, { email: (value) => (isEmail(value) ? null : t('account:signIn.fault')) });
  const ask = useMutation({
    mutationFn: ({ email }: { email: string }) => answer(api.POST('/auth/sign-in', { body: { email: email.trim(), language } })),
    onMutate: () => rememberReturn(next),
    onError: (error) => form.refuse(fieldErrors(asProblem(error))),
  });

  if (session?.signedIn) return <Navigate to={next ?? homeOf(session)} replace />;
  if (ask.isSuccess) {
    return (
      <Page key="sent" title={t('account:sent.title')} lead={t('account:sent.lead', { email: ask.variables.email.trim() })}>
        <div className="flow">
          <p>{t('account:sent.help')}</p>
          <Button variant="default" onClick={() => ask.reset()}>
            {t('account:sent.again')}
          </Button>
        </div>
      </Page>
    );
  }
  return (
    <Page key="ask" title={t('account:signIn.title')} lead={t('account:signIn.lead')}>
      {next && (
        <div style={{ marginBottom: '1.5rem' }}>
          <Note kind="information" title={t('account:signIn.return')} />
        </div>
      )}
      {fault && (
        <div style={{ marginBottom: '1.5rem' }}>
          <Note kind="problem" title={fault === 'okand' ? t('account:signIn.unknown') : t('account:signIn.failed')} />
        </div>
      )}
      <form className="form" noValidate onSubmit={form.submit((values) => ask.mutate(values))}>
        <TextInput type="email" label={t('account:signIn.email')} autoComplete="username webauthn" {...form.text('email')} />
        {ask.error && !form.errors.email && <ProblemNote error={ask.error} kept />}
        <div>
          <Button type="submit" size="lg" loading={ask.isPending}>
            {t('account:signIn.send')}
          </Button>
        </div>
      </form>
      <PasskeySignIn next={next} />
      <ExternalSignIn next={next} />
      {session?.development && (
        <p className="section dim small">
          {t('account:signIn.development')} <a href="/dev/users">/dev/users</a>
        </p>
      )}
    </Page>
  );
}
