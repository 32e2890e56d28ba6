import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/ActionIcon.css';
import '@mantine/dates/styles.css';
import 'dayjs/locale/sv';
import 'dayjs/locale/en-gb';
import { DateInput } from '@mantine/dates';
import { useMediaQuery } from '@mantine/hooks';
import { useFormat } from '../i18n/dates';
import { useTexts } from './useTexts';

interface Props {
  id: string;
  label: string;
  help?: string;
  /** yyyy-MM-dd, or empty. */
  value: string;
  onChange: (value: string) => void;
  error?: string;
  min?: string;
  max?: string;
}

/** A day: written, or chosen in a calendar whose weeks start on Monday and, where there is room, have numbers. */
export function DateField({ id, label, help, value, onChange, error, min, max }: Props) {
  const t = useTexts('words');
  const { language } = useFormat();
  // Beside the field where there is room, so that the calendar does not cover the button below.
  const roomy = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  return (
    <DateInput
      id={id}
      label={label}
      description={help}
      error={error}
      value={value || null}
      onChange={(day) => onChange(day ?? '')}
      valueFormat="YYYY-MM-DD"
      placeholder={t('words:date.pattern')}
      locale={language === 'sv' ? 'sv' : 'en-gb'}
      firstDayOfWeek={1}
      // On a phone they would make the calendar wider than the window.
      withWeekNumbers={roomy}
      minDate={min}
      maxDate={max}
      popoverProps={{ position: roomy ? 'right-start' : 'bottom-start', withinPortal: false }}
      ariaLabels={{ nextMonth: t('words:date.nextMonth'), previousMonth: t('words:date.previousMonth') }}
    />
  );
}
