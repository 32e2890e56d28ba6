import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { useSession } from '../api/session';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { useTexts } from '../ui/useTexts';
import { FactorProblem } from './FactorProblem';
import { RecoveryCodes } from './RecoveryCodes';

const key = ['recovery-codes'];

/** How many recovery codes are left, and ten new ones. Only for those who have an app. */
export function RecoverySection() {
  const t = useTexts('account');
  const { tell } = useNotices();
  const client = useQueryClient();
  const { data: session } = useSession();
  const hasApp = session?.secondFactor.totp === true;
  const standing = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/auth/recovery-codes')), enabled: hasApp, staleTime: 0 });
  const renew = useMutation({ mutationFn: () => answer(api.POST('/auth/recovery-codes')) });
  if (!hasApp) return null;
  if (renew.data) {
    return (
      <section className="section">
        <RecoveryCodes
          codes={renew.data.recoveryCodes}
          done={async () => {
            renew.reset();
            await client.invalidateQueries({ queryKey: key });
            tell(t('account:security.recovery.renewed'));
          }}
        />
      </section>
    );
  }
  return (
    <section className="section">
      <Title order={2}>{t('account:security.recovery.title')}</Title>
      <div className="flow">
        <div>
          <Answered query={standing} rows={1}>
            {({ left }) => <p className={left < 3 ? 'late' : undefined}>{t('account:security.recovery.left', { count: left })}</p>}
          </Answered>
          <p>{t('account:security.recovery.help')}</p>
        </div>
        {renew.error && <FactorProblem error={renew.error} />}
        <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
          {t('account:security.recovery.renew')}
        </Button>
      </div>
    </section>
  );
}
