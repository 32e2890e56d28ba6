import { Button, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { Answered } from '../ui/Answered';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { RecoveryCodes } from './RecoveryCodes';
import classes from './TotpSetup.module.css';

/** Sets up an authenticator app: scan or type the key, show that it works, save the recovery codes. */
export function TotpSetup({ done }: { done: () => Promise<void> }) {
  const t = useTexts('account');
  const begun = useQuery({ queryKey: ['totp-begin'], queryFn: () => answer(api.POST('/auth/totp/begin')), staleTime: Infinity, gcTime: 0, retry: false });
  const form = useFields({ code: '' }, { code: (value) => (/^\d{6}$/.test(value.replace(/\s/g, '')) ? null : t('account:setup.fault')) });
  const confirm = useMutation({ mutationFn: ({ code }: { code: string }) => answer(api.POST('/auth/totp/confirm', { body: { code: code.replace(/\s/g, '') } })) });

  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes} done={done} />;
  return (
    <Answered query={begun}>
      {({ secret, qrSvg }) => (
        <ol className={classes.steps}>
          <li>
            <Title order={2}>{t('account:setup.app.title')}</Title>
            <p>{t('account:setup.app.text')}</p>
          </li>
          <li>
            <Title order={2}>{t('account:setup.scan.title')}</Title>
            <img className={classes.code} src={`data:image/svg+xml;utf8,${encodeURIComponent(qrSvg)}`} alt={t('account:setup.scan.alt')} width={200} height={200} />
            <p>{t('account:setup.scan.orType')}</p>
            <p className={classes.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</p>
          </li>
          <li>
            <Title order={2}>{t('account:setup.show.title')}</Title>
            <form className="form" noValidate onSubmit={form.submit((values) => confirm.mutate(values))}>
              <TextInput label={t('account:verify.code')} inputMode="numeric" autoComplete="one-time-code" maxLength={7} {...form.text('code')} />
              {confirm.error && <ProblemNote error={confirm.error} />}
              <div>
                <Button type="submit" loading={confirm.isPending}>
                  {t('account:setup.show.verb')}
                </Button>
              </div>
            </form>
          </li>
        </ol>
      )}
    </Answered>
  );
}
