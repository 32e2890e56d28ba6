import { may, mayInDistrict } from '../api/rights';
import type { HealthFigure, HealthLimit, HealthRow, HealthValue, Session } from '../api/types';
import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';

/** The order in which the figures are told. */
export const figures: HealthFigure[] = ['careLate', 'careBacklog', 'growth', 'activeShare', 'chair', 'liaisonContact', 'lastMeeting', 'consultations', 'delegates', 'campaign'];

export const valueOf = (row: HealthRow, figure: HealthFigure): HealthValue => row.figures.find((one) => one.figure === figure) ?? { figure, value: null, light: 'unknown' };

/** Figures in words, short for a table and long for a list, and the rule by which the light was given. */
export function useFigureTexts() {
  const t = useTexts('associations');
  const { number } = useFormat();
  const name = (figure: HealthFigure) => t(`associations:figure.${figure}`);
  const signed = (value: number) => (value > 0 ? `+${number(value)}` : number(value));
  const chair = (value: number) => (value === 2 ? t('associations:chair.reachable') : value === 1 ? t('associations:chair.unreachable') : t('associations:chair.none'));

  function short({ figure, value }: HealthValue): string {
    if (value === null) return '–';
    switch (figure) {
      case 'growth':
        return `${signed(Math.round(value))}\u00a0%`;
      case 'activeShare':
      case 'delegates':
      case 'campaign':
        return `${number(Math.round(value))}\u00a0%`;
      case 'chair':
        return value === 2 ? t('associations:yes') : value === 1 ? t('associations:chair.unreachableShort') : t('associations:chair.noneShort');
      case 'liaisonContact':
      case 'lastMeeting':
        return t('associations:daysShort', { days: number(value) });
      default:
        return number(value);
    }
  }

  function long(one: HealthValue, row: HealthRow): string {
    const { figure, value } = one;
    if (value === null) return t('associations:noData');
    switch (figure) {
      case 'growth':
        return t('associations:long.growth', { percent: signed(value), joined: number(row.joined), left: number(row.left) });
      case 'careBacklog':
        return t('associations:long.careBacklog', { open: number(row.openCases), per: number(value) });
      case 'chair':
        return chair(value);
      case 'liaisonContact':
      case 'lastMeeting':
        return t('associations:long.days', { count: value });
      default:
        return short(one);
    }
  }

  function rule({ figure, amber, red, moreIsBetter }: HealthLimit): string {
    if (figure === 'chair') return t('associations:rule.chair');
    const unit = figure === 'careLate' || figure === 'consultations' ? '' : `\u00a0${t(`associations:unit.${figure}`)}`;
    const values = { amber: number(amber) + unit, red: number(red) + unit };
    return moreIsBetter ? t('associations:rule.more', values) : t('associations:rule.less', values);
  }

  /** What one goes there to do. */
  const act = (figure: HealthFigure) => (figure === 'consultations' || figure === 'delegates' || figure === 'campaign' ? name(figure) : t(`associations:act.${figure}`));

  return { short, long, rule, act, name };
}

/** Where one gives and ends an association's assignments: the district among all, a chair in the own; undefined where the reader may not. */
export function assignmentsAt(id: string, session: Session | undefined): string | undefined {
  if (mayInDistrict(session, 'assignments:manage')) return `/distrikt/uppdrag?forening=${id}`;
  return may(session, 'assignments:manage', id) ? `/forening/${id}/uppdrag` : undefined;
}

/** Where one does something about a figure; undefined where the reader may not, or nothing can be done here yet. */
export function placeToAct(figure: HealthFigure, id: string, session: Session | undefined): string | undefined {
  const reads = may(session, 'register:read', id);
  switch (figure) {
    case 'careBacklog':
      return may(session, 'care:work', id) ? `/forening/${id}/arenden` : undefined;
    case 'careLate':
      return may(session, 'care:work', id) ? `/forening/${id}/arenden?visa=late` : undefined;
    case 'activeShare':
      return may(session, 'care:work', id) ? `/forening/${id}/inte-horts-av` : undefined;
    case 'growth':
      return reads ? `/forening/${id}/medlemmar` : undefined;
    case 'chair':
      return assignmentsAt(id, session) ?? `/forening/${id}/om#styrelse`;
    case 'liaisonContact':
      return mayInDistrict(session, 'liaison:manage') ? `/distrikt/faddrar/${id}` : may(session, 'liaison:ask', id) ? `/forening/${id}/fadder` : undefined;
    case 'lastMeeting':
      return `/forening/${id}/om#arsmoten`;
    default:
      return undefined;
  }
}
