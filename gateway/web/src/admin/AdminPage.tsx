import type { ReactNode } from 'react';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import { Missing } from '../ui/Missing';
import { type Crumb, Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';

/** A page for administrators; to everybody else there is none. */
export function AdminPage({ title, lead, wide, crumbs, children }: { title: string; lead?: string; wide?: boolean; crumbs?: Crumb[]; children: ReactNode }) {
  const t = useTexts('admin');
  const { data: session } = useSession();
  if (!may(session, 'admin:accounts')) {
    return (
      <Page title={t('common:missing.title')}>
        <Missing />
      </Page>
    );
  }
  return (
    <Page title={title} lead={lead} wide={wide} crumbs={crumbs}>
      {children}
    </Page>
  );
}
