import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';
import { type Choice, useBalancePreview } from './data';

/** Where somebody is named: what the balance becomes, before it is decided. Nothing while nobody is chosen. */
export function FloorNote(choice: Choice) {
  const t = useTexts('office');
  const { number } = useFormat();
  const { data: preview } = useBalancePreview(choice);
  return (
    <p role="status" className={preview && !preview.meetsFloorThen ? 'late' : 'dim'}>
      {preview && choice.member !== '' && t(preview.meetsFloorThen ? 'office:floor.meets' : 'office:floor.below', { then: number(preview.womenThen), all: number(preview.allThen), now: number(preview.women), allNow: number(preview.all) })}
    </p>
  );
}
