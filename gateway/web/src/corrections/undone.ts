import { useTexts } from '../ui/useTexts';

/** What an undo did, in words: how many are as before, and who is kept because somebody has edited them since. */
export function useUndone() {
  const t = useTexts('corrections');
  return ({ restored, kept }: { restored: number; kept: { name: string }[] }) =>
    [t('corrections:done.undone', { count: restored }), kept.length > 0 && t('corrections:done.kept', { count: kept.length, names: kept.map((one) => one.name).join(', ') })].filter(Boolean).join(' ');
}
