import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useTexts } from './useTexts';
import { useAfter } from './useAfter';

/** Nothing for 300 ms, then grey lines where the rows will be. */
export function Loading({ rows = 5, height = 44 }: { rows?: number; height?: number }) {
  const t = useTexts('common');
  const slow = useAfter(300);
  if (!slow) return null;
  return (
    <div role="status" className="no-print">
      <VisuallyHidden>{t('common:state.loading')}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} mt={row === 0 ? 0 : 10} width={row === rows - 1 ? '70%' : '100%'} />
      ))}
    </div>
  );
}
