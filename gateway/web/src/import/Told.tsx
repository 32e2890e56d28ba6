import type { Difference } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useTexts } from '../ui/useTexts';

const line = (...parts: (string | number | null | undefined)[]) => parts.filter(Boolean).join(' · ');

/** What the file says of somebody; of those gone, what we know. */
export function Told({ row }: { row: Difference }) {
  const t = useTexts('import');
  if (row.file) return <p className="dim small">{line(t('import:list.row', { row: row.no }), row.file.memberNumber, row.file.email, row.file.phone, row.file.birthYear, row.file.associationName)}</p>;
  return row.person ? <p className="dim small">{line(row.person.memberNumber, row.person.email, row.person.associationName)}</p> : null;
}

/** Who in the register it may be, and why we think so. */
export function Likeness({ row }: { row: Difference }) {
  const t = useTexts('import');
  const codes = useCodes();
  if (!row.person) return null;
  const { name, memberNumber, email, phone, birthYear, associationName, state } = row.person;
  return (
    <p>
      {t('import:list.alike', { cause: row.cause ? codes('importCause', row.cause) : '' })} <b>{name}</b>, {line(codes('membership', state), memberNumber, email, phone, birthYear, associationName)}
    </p>
  );
}
