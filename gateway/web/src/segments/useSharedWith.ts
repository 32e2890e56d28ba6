import type { Segment } from '../api/types';
import { useTexts } from '../ui/useTexts';

/** Who a list that no association shares is for. */
export function useSharedWith() {
  const t = useTexts('segments');
  return (sharing: Segment['sharing']) => t(sharing === 'district' ? 'segments:sharing.district' : 'segments:sharing.own');
}
