import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'sv' | 'en';
export const areas = ['common', 'words', 'public', 'account', 'me', 'association', 'cases', 'asks', 'associations', 'district', 'liaisons', 'economy', 'boardroom', 'central', 'yearplan', 'office', 'feminism', 'conference', 'region', 'politicians', 'import', 'people', 'corrections', 'segments', 'privacy', 'ops', 'admin'] as const;

const files = import.meta.glob<Record<string, unknown>>('./{sv,en}/*.json', { import: 'default' });

/** Each area's texts in each language are a file of their own, read when the area is first opened. */
const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language, area, done) => {
    const load = files[`./${language}/${area}.json`];
    if (!load) return done(new Error(`No texts for ${language}/${area}`), null);
    load().then((texts) => done(null, texts), (error: Error) => done(error, null));
  },
};

function remembered(): Language {
  try {
    return localStorage.getItem('language') === 'en' ? 'en' : 'sv';
  } catch {
    return 'sv';
  }
}

export const i18n = i18next.createInstance();

/** Starts with the texts that every page needs. Swedish unless the reader has chosen English. */
export async function startTexts(): Promise<void> {
  await i18n.use(backend).use(initReactI18next).init({
    lng: remembered(),
    supportedLngs: ['sv', 'en'],
    fallbackLng: false,
    ns: ['common'],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = i18n.language;
}

/** Changes the language now and for the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language);
  document.documentElement.lang = language;
  try {
    localStorage.setItem('language', language);
  } catch {
    // A closed storage only means that the choice is asked for again.
  }
}
