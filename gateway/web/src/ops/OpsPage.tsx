import type { ReactNode } from 'react';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import { useCodes } from '../i18n/codes';
import { Missing } from '../ui/Missing';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import type { Service } from './services';

/** A page for those who run the platform; to others there is none. */
export function OpsPage({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  const t = useTexts('ops');
  const { data: session } = useSession();
  if (!may(session, 'ops:operate')) {
    return (
      <Page title={t('common:missing.title')}>
        <Missing />
      </Page>
    );
  }
  return (
    <Page title={title} lead={lead} wide>
      {children}
    </Page>
  );
}

/** Says whose part of a list is missing. */
export function Silent({ services }: { services: Service[] }) {
  const t = useTexts('ops');
  const codes = useCodes();
  if (services.length === 0) return null;
  return <Note kind="problem" title={t('ops:silent', { parts: services.map((one) => codes('part', one)).join(', ') })} />;
}
