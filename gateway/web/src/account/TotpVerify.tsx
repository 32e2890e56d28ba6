import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';

/** The six digits of the app, or one of the recovery codes. */
export function TotpVerify({ done }: { done: () => Promise<void> }) {
  const t = useTexts('account');
  const [recovery, setRecovery] = useState(false);
  const form = useFields({ code: '' }, { code: (value) => (value.trim() ? null : t('account:verify.fault')) });
  const verify = useMutation({
    mutationFn: async ({ code }: { code: string }) => {
      const given = code.replace(/\s/g, '');
      await answer(api.POST('/auth/totp/verify', { body: { code: recovery ? null : given, recoveryCode: recovery ? given : null } }));
      await done();
    },
  });
  return (
    <form className="form" noValidate onSubmit={form.submit((values) => verify.mutate(values))}>
      {recovery ? (
        <TextInput label={t('account:verify.recoveryCode')} description={t('account:verify.recoveryHelp')} autoComplete="off" {...form.text('code')} />
      ) : (
        <TextInput label={t('account:verify.code')} description={t('account:verify.codeHelp')} inputMode="numeric" autoComplete="one-time-code" maxLength={7} {...form.text('code')} />
      )}
      {verify.error && <ProblemNote error={verify.error} />}
      <div className="row-of-buttons">
        <Button type="submit" size="lg" loading={verify.isPending}>
          {t('account:verify.verb')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setRecovery(!recovery);
            form.reset();
            verify.reset();
          }}
        >
          {recovery ? t('account:verify.useCode') : t('account:verify.useRecovery')}
        </Button>
      </div>
    </form>
  );
}
