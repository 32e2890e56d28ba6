import { useTexts } from '../ui/useTexts';
import { useAssociationNames } from '../api/associations';
import type { Area } from './areas';

/** What an area is called: an association by its name, the others by a word. */
export function useAreaName(): (area: Area) => string {
  const t = useTexts('common');
  const nameOf = useAssociationNames();
  return (area) => (area.kind === 'association' && area.associationId ? nameOf(area.associationId) : t(`common:area.${area.kind}`));
}
