import { Button, InputBase, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useSession } from '../api/session';
import type { Account } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { AdminPage } from './AdminPage';
import { useAccount, useAccountChange } from './data';
import { LogList } from './LogList';

/** One account: what guards it, and the two things that an administrator can do about it. */
export default function AccountPage() {
  const t = useTexts('admin');
  const { id = '' } = useParams();
  const account = useAccount(id);
  return (
    <AdminPage title={account.data?.email ?? t('admin:accounts.title')} crumbs={[{ label: t('admin:accounts.title'), to: '/administration/konton' }]}>
      <Answered query={account} rows={6}>
        {(known) => <Known account={known} />}
      </Answered>
    </AdminPage>
  );
}

function Known({ account }: { account: Account }) {
  const t = useTexts('admin');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const { data: session } = useSession();
  const factors = [account.hasTotp && t('admin:account.app'), account.passkeys > 0 && t('admin:account.passkeys', { count: account.passkeys })].filter(Boolean).join(', ');
  return (
    <>
      <Facts
        items={[
          [t('admin:accounts.state'), codes('membership', account.state)],
          [t('admin:account.assignments'), account.assignments.map((kind) => codes('assignment', kind)).join(', ') || t('admin:account.none')],
          [t('admin:account.factor'), factors || t('admin:account.noFactor')],
          [t('admin:account.sessions'), account.sessions],
          [t('admin:accounts.last'), account.lastSignedInAt ? dayAndTime(account.lastSignedInAt) : t('admin:accounts.never')],
        ]}
      />
      <section className="section">
        <Title order={2}>{t('admin:account.signOut.title')}</Title>
        <p>{t('admin:account.signOut.text')}</p>
        <Change id={account.id} change="sign-out" />
      </section>
      <section className="section">
        <Title order={2}>{t('admin:account.reset.title')}</Title>
        <p>{t('admin:account.reset.text')}</p>
        {account.openReset ? (
          <p>
            {t('admin:account.reset.open')} <Link to="/administration">{t('admin:account.reset.see')}</Link>
          </p>
        ) : account.id === session?.accountId ? (
          <p>{t('admin:account.reset.own')}</p>
        ) : (
          <Change id={account.id} change="factor-resets" />
        )}
      </section>
      <section className="section">
        <Title order={2}>{t('admin:account.log')}</Title>
        <LogList area="" account={account.id} />
      </section>
    </>
  );
}

/** A verb that opens a question for the reason. */
function Change({ id, change }: { id: string; change: 'sign-out' | 'factor-resets' }) {
  const t = useTexts('admin');
  const { tell } = useNotices();
  const [asking, setAsking] = useState(false);
  const send = useAccountChange(id, change);
  const form = useFields<Record<string, string>>({ [change]: '' }, { [change]: (value) => (value.trim() ? null : t('admin:account.fault')) });
  const verb = change === 'sign-out' ? t('admin:account.signOut.verb') : t('admin:account.reset.verb');
  if (!asking) {
    return (
      <div style={{ marginTop: '1rem' }}>
        <Button variant="default" onClick={() => setAsking(true)}>
          {verb}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="form"
      style={{ marginTop: '1rem' }}
      noValidate
      onSubmit={form.submit((values) =>
        send.mutate((values[change] ?? '').trim(), {
          onSuccess: (ended) => {
            tell(change === 'sign-out' ? t('admin:account.signOut.done', { count: ended ?? 0 }) : t('admin:account.reset.done'));
            form.reset();
            setAsking(false);
          },
        }),
      )}
    >
      <InputBase
        component="textarea"
        multiline
        rows={3}
        maxLength={300}
        label={t('admin:account.reason')}
        description={change === 'sign-out' ? t('admin:account.signOutHelp') : t('admin:account.resetHelp')}
        {...form.text(change)}
      />
      {send.error && <ProblemNote error={send.error} kept />}
      <SubmitOrCancel verb={verb} pending={send.isPending} cancel={() => setAsking(false)} />
    </form>
  );
}
