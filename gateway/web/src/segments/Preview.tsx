import { Title } from '@mantine/core';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { usePreview } from './data';
import { type Filter, isWhole } from './filter';

/** How many the question means now, and the first of them. */
export function Preview({ filter }: { filter: Filter }) {
  const t = useTexts('segments');
  const preview = usePreview(filter);
  if (!isWhole(filter)) return null;
  if (preview.error) return <ProblemNote error={preview.error} retry={() => void preview.refetch()} />;
  if (!preview.data) return null;
  const { count, sample } = preview.data;
  return (
    <section aria-live="polite">
      <Title order={3}>{t('segments:preview.count', { count })}</Title>
      {count > 0 && (
        <p className="dim">
          {count > sample.length ? `${t('segments:preview.first')} ` : ''}
          {sample.map((person) => person.name).join(', ')}
        </p>
      )}
    </section>
  );
}
