import { useTranslation } from 'react-i18next';
import type { areas } from '../i18n/i18n';

/** The translator, once the area's texts have been read (the page waits in Suspense until then). Keys are always written in full: `me:status.title`. */
export function useTexts(area: (typeof areas)[number]) {
  return useTranslation([area, 'common']).t;
}
