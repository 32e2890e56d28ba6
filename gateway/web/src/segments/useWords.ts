import { useInterests } from '../activation/data';
import { useAssociationNames, useMunicipalities } from '../api/associations';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';
import { type Condition, type Filter, isGroup } from './filter';

/** Says a filter in a sentence, so that whoever made it sees whether it asks what was meant. */
export function useWords(): (filter: Filter) => string {
  const t = useTexts('segments');
  const codes = useCodes();
  const { longDay, language } = useFormat();
  const nameOf = useAssociationNames();
  const { data: municipalities = [] } = useMunicipalities();
  const { data: interests = [] } = useInterests();

  const list = (words: string[]) => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${t('segments:words.or')} ${words.at(-1) ?? ''}`);
  const between = (from: string | null, until: string | null) =>
    [from && t('segments:words.from', { from }), until && t('segments:words.until', { until })].filter(Boolean).join(' ');

  function values(one: Condition): Record<string, string | number> {
    switch (one.kind) {
      case 'association':
        return { list: list(one.ids.map(nameOf)) };
      case 'municipality':
        return { list: list(one.codes.map((code) => municipalities.find((row) => row.code === code)?.name ?? code)) };
      case 'state':
        return { list: list(one.states.map((state) => codes('membership', state).toLowerCase())) };
      case 'memberSince':
        return { span: between(one.from && longDay(one.from), one.until && longDay(one.until)) };
      case 'assignment':
        return { list: one.kinds.length > 0 ? list(one.kinds.map((kind) => codes('assignment', kind).toLowerCase())) : t('segments:words.anyAssignment') };
      case 'interest':
        return { list: one.ways.length > 0 ? list(one.ways.map((way) => codes('helpWay', way).toLowerCase())) : t('segments:words.anything') };
      case 'skill':
        return { list: list(one.ids.map((id) => interests.find((row) => row.id === id)).map((row) => (row ? (language === 'en' ? row.nameEn : row.nameSv).toLowerCase() : '–'))) };
      case 'born':
        return { span: between(one.from === null ? null : String(one.from), one.until === null ? null : String(one.until)) };
      case 'gender':
        return { list: list(one.genders.map((gender) => t(`segments:gender.${gender}`).toLowerCase())) };
      case 'language':
        return { language: t(`segments:language.${one.language}`).toLowerCase() };
      case 'reachedBy':
        return { way: t(`segments:way.${one.way}`).toLowerCase() };
      case 'notHeardFrom':
      case 'came':
      case 'helped':
        return { count: one.months ?? 0 };
      default:
        return {};
    }
  }

  function part(filter: Filter, inside: boolean): string {
    switch (filter.kind) {
      case 'all':
      case 'any': {
        const said = filter.of.map((one) => part(one, filter.of.length > 1)).join(t(filter.kind === 'all' ? 'segments:words.and' : 'segments:words.orElse'));
        return inside && filter.of.length > 1 ? `(${said})` : said;
      }
      case 'not': {
        const one = filter.of;
        if (one.kind === 'not' || isGroup(one)) return t('segments:words.notGroup', { group: part(one, true) });
        return t(`segments:words.not.${one.kind}`, values(one));
      }
      default:
        return t(`segments:words.is.${filter.kind}`, values(filter));
    }
  }

  return (filter) => {
    const said = part(filter, false);
    return said ? t('segments:words.sentence', { said }) : t('segments:words.everybody');
  };
}
