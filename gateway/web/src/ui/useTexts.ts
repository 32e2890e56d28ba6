import { useTranslation } from 'react-i18next';
import type { areas } from '../i18n/i18n';

type Area = (typeof areas)[number];

/** What the open pages do without: the words of the register. */
const shared = (area: Area): Area[] => (area === 'common' || area === 'public' || area === 'politicians' ? [area, 'common'] : [area, 'words', 'common']);

/** The translator, once the area's texts have been read (the page waits in Suspense until then). Keys are always written in full, with the area first. */
export function useTexts(area: Area) {
  return useTranslation(shared(area)).t;
}
