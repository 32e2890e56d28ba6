import { NativeSelect } from '@mantine/core';
import { useTexts } from '../ui/useTexts';
import { useOwners } from './data';

/** Who is responsible: one of those with an assignment in the district, or nobody yet. Only those who manage the plan may read who there are. */
export function OwnerField({ value, onChange, known }: { value: string; onChange: (value: string) => void; known?: { id: string; name: string } }) {
  const t = useTexts('yearplan');
  const owners = useOwners();
  const listed = owners.data ?? [];
  const all = known && !listed.some((one) => one.memberId === known.id) ? [...listed, { memberId: known.id, name: known.name }] : listed;
  return <NativeSelect label={t('yearplan:owner.label')} value={value} onChange={(event) => onChange(event.currentTarget.value)} data={[{ value: '', label: t('yearplan:owner.nobody') }, ...all.map((one) => ({ value: one.memberId, label: one.name }))]} />;
}
