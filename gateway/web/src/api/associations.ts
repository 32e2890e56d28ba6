import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../ui/useTexts';
import { answer, api } from './client';
import { may } from './rights';
import { useSession } from './session';

/** The municipalities and which association takes care of each; open to everyone and slow to change. */
export function useMunicipalities() {
  return useQuery({ queryKey: ['municipalities'], queryFn: () => answer(api.GET('/api/members/municipalities')), staleTime: 60 * 60_000 });
}

/** The associations with their figures, for those who may read them. */
export function useAssociations() {
  const { data: session } = useSession();
  return useQuery({
    queryKey: ['associations'],
    queryFn: () => answer(api.GET('/api/members/associations')),
    enabled: may(session, 'statistics:read'),
  });
}

/** An association's name by its id; a neutral word until it is known. */
export function useAssociationNames(): (id: string) => string {
  const t = useTexts('common');
  const { data: municipalities = [] } = useMunicipalities();
  const { data: associations = [] } = useAssociations();
  const names = new Map([...municipalities.map((row) => [row.associationId, row.associationName] as const), ...associations.map((row) => [row.id, row.name] as const)]);
  return (id) => names.get(id) ?? t('common:area.association');
}
