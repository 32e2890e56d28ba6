import { Button, Title } from '@mantine/core';
import { useTexts } from '../ui/useTexts';
import { externalStart, useExternal } from './external';

/** The way in by the district's external provider, where there is one. */
export function ExternalSignIn({ next }: { next?: string }) {
  const t = useTexts('account');
  const { data } = useExternal();
  if (!data?.name) return null;
  return (
    <section className="section">
      <Title order={2}>{t('account:signIn.externalTitle')}</Title>
      <div style={{ marginTop: '1rem' }}>
        <Button component="a" href={externalStart(next)} variant="default">
          {t('account:signIn.external', { name: data.name })}
        </Button>
      </div>
    </section>
  );
}
