import 'i18next';
import type account from './sv/account.json';
import type admin from './sv/admin.json';
import type asks from './sv/asks.json';
import type association from './sv/association.json';
import type cases from './sv/cases.json';
import type associations from './sv/associations.json';
import type boardroom from './sv/boardroom.json';
import type central from './sv/central.json';
import type corrections from './sv/corrections.json';
import type common from './sv/common.json';
import type conference from './sv/conference.json';
import type district from './sv/district.json';
import type economy from './sv/economy.json';
import type feminism from './sv/feminism.json';
import type imports from './sv/import.json';
import type liaisons from './sv/liaisons.json';
import type me from './sv/me.json';
import type office from './sv/office.json';
import type ops from './sv/ops.json';
import type privacy from './sv/privacy.json';
import type yearplan from './sv/yearplan.json';
import type publicTexts from './sv/public.json';
import type politicians from './sv/politicians.json';
import type people from './sv/people.json';
import type region from './sv/region.json';
import type segments from './sv/segments.json';
import type words from './sv/words.json';

// The Swedish texts are the measure: a key that is not there does not compile.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      common: typeof common;
      words: typeof words;
      public: typeof publicTexts;
      account: typeof account;
      me: typeof me;
      association: typeof association;
      cases: typeof cases;
      asks: typeof asks;
      associations: typeof associations;
      district: typeof district;
      liaisons: typeof liaisons;
      economy: typeof economy;
      boardroom: typeof boardroom;
      central: typeof central;
      office: typeof office;
      politicians: typeof politicians;
      feminism: typeof feminism;
      conference: typeof conference;
      region: typeof region;
      yearplan: typeof yearplan;
      import: typeof imports;
      people: typeof people;
      corrections: typeof corrections;
      segments: typeof segments;
      privacy: typeof privacy;
      ops: typeof ops;
      admin: typeof admin;
    };
  }
}
