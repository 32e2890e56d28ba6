import type { RegionBody } from '../api/types';
import { useTexts } from '../ui/useTexts';

/** A body's vacant seats in words. */
export function useVacant(): (body: RegionBody) => string {
  const t = useTexts('region');
  return ({ vacant, vacantSubstitutes }) => [vacant > 0 && t('region:now.ordinary', { count: vacant }), vacantSubstitutes > 0 && t('region:now.substitutes', { count: vacantSubstitutes })].filter(Boolean).join(', ');
}
