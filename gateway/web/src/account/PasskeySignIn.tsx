import { Button, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { startSession } from '../api/session';
import { homeOf } from '../shell/home';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { passkeysWork, signInWithPasskey } from './passkeys';

/** The other way in: a passkey on this device, which also is the second factor. */
export function PasskeySignIn({ next }: { next?: string }) {
  const t = useTexts('account');
  const navigate = useNavigate();
  const enter = useMutation({
    mutationFn: async () => ((await signInWithPasskey()) ? startSession() : undefined),
    onSuccess: (session) => session && navigate(next ?? homeOf(session), { replace: true }),
  });
  if (!passkeysWork) return null;
  return (
    <section className="section">
      <Title order={2}>{t('account:passkey.title')}</Title>
      <div className="flow">
        <p>{t('account:passkey.text')}</p>
        {enter.error && <ProblemNote error={enter.error} />}
        <Button variant="default" loading={enter.isPending} onClick={() => enter.mutate()}>
          {t('account:passkey.verb')}
        </Button>
      </div>
    </section>
  );
}
