import { NativeSelect } from '@mantine/core';
import { SearchField } from '../ui/SearchField';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { regionAreas } from './data';

/** Words and area, kept in the address. */
export function useFilters() {
  const { get } = useAddress();
  return { text: get('sok'), area: regionAreas.find((one) => one === get('omrade')) ?? ('' as const) };
}

export function Filters({ label }: { label: string }) {
  const t = useTexts('region');
  const { get, set } = useAddress();
  const { area } = useFilters();
  return (
    <>
      <SearchField label={label} value={get('sok')} onSearch={(value) => set('sok', value)} />
      <NativeSelect mt="md" mb="md" maw="20rem" className="no-print" label={t('region:positions.area')} value={area} onChange={(event) => set('omrade', event.currentTarget.value)} data={[{ value: '', label: t('region:positions.allAreas') }, ...regionAreas.map((one) => ({ value: one, label: t(`region:area.${one}`) }))]} />
    </>
  );
}
