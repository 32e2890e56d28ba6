import { answer, api, readSession } from './client';
import { useRead } from './light';

/** The municipalities and which association takes care of each, for the open pages. */
export function useMunicipalityList() {
  return useRead('municipalities', () => answer(api.GET('/api/members/municipalities')));
}

/** Whether somebody is signed in, for the open pages' way in. */
export function useWhoIsHere() {
  return useRead('session', readSession).data;
}
