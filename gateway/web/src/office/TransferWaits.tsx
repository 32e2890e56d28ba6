import { Title } from '@mantine/core';
import { useTexts } from '../ui/useTexts';
import { useTransfers } from './data';
import { TransferList } from './TransferList';

/** On an association's first screen: hand-overs that are late. Nothing where none is. */
export function TransferWaits({ association }: { association: string }) {
  const t = useTexts('office');
  const { data: transfers = [] } = useTransfers(association);
  const late = transfers.filter((row) => row.isLate);
  if (late.length === 0) return null;
  return (
    <section aria-labelledby="overlamningar" style={{ marginBottom: '2.25rem' }}>
      <Title order={2} id="overlamningar" mb="sm">
        {t('office:transfers.lateTitle', { count: late.length })}
      </Title>
      <TransferList rows={late} />
    </section>
  );
}
