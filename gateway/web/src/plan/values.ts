import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';

interface Measured {
  isShare: boolean;
  target: number;
  value: number | null;
  expected: number;
  amberFrom: number;
  lessIsBetter: boolean;
  kind: 'sum' | 'level';
}

/** An indicator's numbers in words. */
export function useValues() {
  const t = useTexts('yearplan');
  const { language } = useFormat();
  const numbers = new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'sv-SE', { maximumFractionDigits: 1 });
  const show = (value: number, isShare: boolean) => (isShare ? `${numbers.format(value)} %` : numbers.format(value));
  return {
    show,
    /** "12 of 24" or what it stands at. */
    valueOf: (one: Measured) => (one.value === null ? t('yearplan:value.unknown') : t(one.lessIsBetter ? 'yearplan:value.ofMost' : 'yearplan:value.of', { value: show(one.value, one.isShare), target: show(one.target, one.isShare) })),
    /** The rule behind the light, with this indicator's own numbers. */
    ruleOf: (one: Measured) =>
      t(one.lessIsBetter ? 'yearplan:rule.less' : one.kind === 'sum' ? 'yearplan:rule.sum' : 'yearplan:rule.level', { target: show(one.target, one.isShare), expected: show(one.expected, one.isShare), amber: show(one.amberFrom, one.isShare) }),
  };
}

/** A number as people write it, with a comma or a full stop; null for what is none. */
export function readNumber(text: string): number | null {
  const value = /^\d{1,7}([.,]\d{1,2})?$/.test(text.trim().replace(/\s/g, '')) ? Number(text.trim().replace(/\s/g, '').replace(',', '.')) : null;
  return value !== null && value <= 1_000_000 ? value : null;
}
