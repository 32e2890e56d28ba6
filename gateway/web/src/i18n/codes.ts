import { useTranslation } from 'react-i18next';

/** Groups of codes that the services send as plain text, and where their words are. */
const groups = {
  membership: 'words:membership.',
  assignment: 'words:assignment.',
  careReason: 'words:careReason.',
  outcome: 'words:outcome.',
  careResult: 'words:careResult.',
  assignedBecause: 'words:assignedBecause.',
  helpWay: 'common:helpWay.',
  history: 'words:history.',
  readKind: 'words:readKind.',
  purpose: 'words:purpose.',
  handOver: 'words:handOver.',
  report: 'words:report.',
  importState: 'import:state.',
  importField: 'import:field.',
  importStep: 'import:step.',
  importCause: 'import:cause.',
  importDecision: 'import:decision.',
  mail: 'ops:mail.template.',
  mailFault: 'ops:mail.fault.',
  part: 'ops:part.',
  opsAction: 'ops:action.',
  stateKind: 'ops:restore.kind.',
  job: 'ops:job.name.',
  browser: 'words:browser.',
  system: 'words:system.',
  method: 'words:method.',
  securityEvent: 'words:securityEvent.',
  scope: 'admin:clients.scope.',
  field: 'privacy:field.',
  consentWay: 'privacy:consentWay.',
  retentionEnd: 'privacy:retention.end.',
  privacyKind: 'privacy:kind.',
  privacyState: 'privacy:state.',
  processing: 'privacy:processing.',
  privacyService: 'privacy:service.',
} as const;

/** The words for a code. One that a newer service has and we do not is shown as it is, rather than hidden. */
export function useCodes() {
  const { t, i18n } = useTranslation(['words', 'common']);
  return (group: keyof typeof groups, code: string) => {
    const key = groups[group] + code;
    return i18n.exists(key) ? t(key as never) : code;
  };
}
