import type { Trouble } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';

const keys = {
  health: 'health',
  'vpvarmland.outbox.age': 'outboxAge',
  'vpvarmland.inbox.set_aside': 'setAside',
  'vpvarmland.job.failures': 'jobFailures',
  'vpvarmland.job.late': 'jobLate',
  'vpvarmland.mail.age': 'mailAge',
  'vpvarmland.mail.failed': 'mailFailed',
  'backup.age': 'backupAge',
} as const;

/** What is wrong, in a sentence. A figure that is newer than this page is named as it is. */
export function useTroubleWords() {
  const t = useTexts('ops');
  const codes = useCodes();
  const { span } = useFormat();
  return ({ service, name, label, value }: Trouble) => {
    const key = keys[name as keyof typeof keys];
    const time = span(new Date(0), new Date(value * 1000));
    return key ? t(`ops:trouble.${key}`, { part: codes('part', service), label: codes('job', label), count: value, time }) : `${codes('part', service)}: ${name} ${label} ${value}`;
  };
}
