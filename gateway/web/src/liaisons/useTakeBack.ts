import { useNotices } from '../ui/Notices';
import { useTexts } from '../ui/useTexts';

/** Takes something back and says so, also when the component that did it is gone by then: a promise that is kept takes its own button away. */
export function useTakeBack() {
  const t = useTexts('liaisons');
  const { tell } = useNotices();
  return (change: Promise<unknown>, words: string) => void change.then(() => tell(words), () => tell(t('liaisons:notUndone')));
}
