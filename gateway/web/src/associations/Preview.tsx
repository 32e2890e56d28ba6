import type { Moving } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Facts } from '../ui/Facts';
import { useTexts } from '../ui/useTexts';

/** What would be moved, in numbers, and whose assignments it concerns. */
export function Preview({ moving, municipalities }: { moving: Moving; municipalities?: string[] }) {
  const t = useTexts('associations');
  const codes = useCodes();
  const { number } = useFormat();
  const { counts, officers } = moving;
  return (
    <div role="status">
      <Facts
        items={[
          [t('associations:preview.members'), number(counts.members)],
          [t('associations:preview.applicants'), number(counts.applicants)],
          [t('associations:preview.former'), number(counts.former)],
          [t('associations:preview.openCases'), number(counts.openCases)],
          [t('associations:preview.handOvers'), number(counts.handOvers)],
          [t('associations:preview.officers'), officers.length === 0 ? t('associations:preview.noOfficers') : officers.map((one) => `${one.name} (${codes('assignment', one.kind).toLowerCase()})`).join(', ')],
          ...(municipalities && municipalities.length > 0 ? [[t('associations:preview.municipalities'), municipalities.join(', ')] as [string, string]] : []),
        ]}
      />
      <p className="dim" style={{ marginTop: '0.75rem' }}>{t('associations:preview.stays')}</p>
    </div>
  );
}
