import { Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { externalKey, useExternal } from './external';
import { FactorProblem } from './FactorProblem';

/** Links the account with the external provider's name for the person, so that it signs in whatever address the provider has. */
export function ExternalSection() {
  const t = useTexts('account');
  const { tell } = useNotices();
  const client = useQueryClient();
  const { get } = useAddress();
  const { data } = useExternal();
  const unlink = useMutation({
    mutationFn: () => answer(api.DELETE('/auth/external/link')),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: externalKey });
      tell(t('account:security.external.unlinked'));
    },
  });
  if (!data?.name) return null;
  const { name, isLinked } = data;
  const came = get('extern');
  return (
    <section className="section">
      <Title order={2}>{t('account:security.external.title', { name })}</Title>
      <div className="flow">
        <p>{isLinked ? t('account:security.external.on', { name }) : t('account:security.external.off', { name })}</p>
        {came === 'kopplad' && isLinked && <Note kind="success" title={t('account:security.external.linked')} />}
        {came === 'upptagen' && <Note kind="problem" title={t('account:security.external.taken')} />}
        {unlink.error && <FactorProblem error={unlink.error} />}
        {isLinked ? (
          <Button variant="default" loading={unlink.isPending} onClick={() => unlink.mutate()}>
            {t('account:security.external.unlink')}
          </Button>
        ) : (
          <Button component="a" href="/auth/external/start?koppla=true" variant="default">
            {t('account:security.external.link', { name })}
          </Button>
        )}
      </div>
    </section>
  );
}
