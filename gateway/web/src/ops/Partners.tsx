import { Title } from '@mantine/core';
import type { Platform } from '../api/types';
import { useFormat } from '../i18n/dates';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { useTexts } from '../ui/useTexts';

/** Partners' systems, and when each was last here. */
export function Partners({ partners }: { partners: Platform['partners'] }) {
  const t = useTexts('ops');
  const { dayAndTime } = useFormat();
  const used = (at: string | null | undefined) => (at ? dayAndTime(at) : t('ops:partner.never'));
  return (
    <section className="section" aria-labelledby="partner">
      <Title order={2} id="partner">
        {t('ops:partner.title')}
      </Title>
      {partners.length === 0 ? (
        <Empty title={t('ops:partner.none')} />
      ) : (
        <DataTable
          caption={t('ops:partner.title')}
          rows={partners}
          rowKey={(partner) => partner.id}
          columns={[
            { key: 'name', header: t('ops:partner.name'), cell: (partner) => partner.name },
            { key: 'scopes', header: t('ops:partner.scopes'), cell: (partner) => partner.scopes.join(', ') },
            { key: 'used', header: t('ops:partner.used'), cell: (partner) => used(partner.lastTokenAt) },
            { key: 'state', header: t('ops:partner.state'), onPhone: true, cell: (partner) => (partner.disabledAt ? t('ops:partner.closed') : t('ops:partner.open')) },
          ]}
          secondLine={(partner) => used(partner.lastTokenAt)}
        />
      )}
    </section>
  );
}
