import { Button, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { refreshSession, useSession } from '../api/session';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { TotpSetup } from './TotpSetup';

/** The authenticator app: added here, or given up with a code from it. */
export function TotpSection() {
  const t = useTexts('account');
  const session = useSession();
  const { tell } = useNotices();
  const [adding, setAdding] = useState(false);
  return (
    <section>
      <Title order={2}>{t('account:security.totp.title')}</Title>
      <Answered query={session} rows={1}>
        {({ secondFactor }) =>
          secondFactor.totp && !adding ? (
            <RemoveTotp />
          ) : adding ? (
            <TotpSetup
              done={async () => {
                await refreshSession();
                setAdding(false);
                tell(t('account:security.totp.added'));
              }}
            />
          ) : (
            <div className="flow">
              <p>
                {t('account:security.totp.off')} {secondFactor.required && t('account:security.totp.required')}
              </p>
              <Button onClick={() => setAdding(true)}>{t('account:security.totp.begin')}</Button>
            </div>
          )
        }
      </Answered>
    </section>
  );
}

function RemoveTotp() {
  const t = useTexts('account');
  const { tell } = useNotices();
  const [asking, setAsking] = useState(false);
  const form = useFields({ code: '' }, { code: (value) => (value.trim() ? null : t('account:verify.fault')) });
  const remove = useMutation({
    mutationFn: (code: string) => answer(api.POST('/auth/totp/remove', { body: { code: code.replace(/\s/g, '') } })),
    onSuccess: async () => {
      await refreshSession();
      tell(t('account:security.totp.removed'));
    },
  });
  return (
    <div className="flow">
      <p>{t('account:security.totp.on')}</p>
      {asking ? (
        <form className="form" noValidate onSubmit={form.submit(({ code }) => remove.mutate(code))}>
          <TextInput label={t('account:verify.code')} description={t('account:security.totp.removeHelp')} inputMode="numeric" autoComplete="one-time-code" {...form.text('code')} />
          {remove.error && <ProblemNote error={remove.error} />}
          <SubmitOrCancel verb={t('account:security.totp.remove')} pending={remove.isPending} cancel={() => setAsking(false)} />
        </form>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('account:security.totp.remove')}
        </Button>
      )}
    </div>
  );
}
