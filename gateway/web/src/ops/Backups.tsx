import { Title } from '@mantine/core';
import type { Platform } from '../api/types';
import { useFormat } from '../i18n/dates';
import { DataTable } from '../ui/DataTable';
import { Note } from '../ui/Note';
import { useTexts } from '../ui/useTexts';

/** The latest backups; that there is none is worth a warning. */
export function Backups({ backups }: { backups: Platform['backups'] }) {
  const t = useTexts('ops');
  const { dayAndTime, number } = useFormat();
  const verified = (at: string | null | undefined) => (at ? t('ops:backup.verified', { time: dayAndTime(at) }) : t('ops:backup.notVerified'));
  return (
    <section className="section" aria-labelledby="kopior">
      <Title order={2} id="kopior">
        {t('ops:backup.title')}
      </Title>
      {backups.length === 0 ? (
        <Note kind="problem" title={t('ops:backup.none')}>
          <p>{t('ops:backup.noneHelp')}</p>
        </Note>
      ) : (
        <DataTable
          caption={t('ops:backup.title')}
          rows={backups}
          rowKey={(backup) => `${backup.at} ${backup.name}`}
          columns={[
            { key: 'at', header: t('ops:backup.at'), cell: (backup) => dayAndTime(backup.at) },
            { key: 'name', header: t('ops:backup.name'), cell: (backup) => backup.name },
            { key: 'size', header: t('ops:backup.size'), cell: (backup) => t('ops:backup.megabytes', { size: number(Math.round(backup.sizeBytes / 100_000) / 10) }), numeric: true, onPhone: true },
            { key: 'verified', header: t('ops:backup.check'), cell: (backup) => verified(backup.verifiedAt) },
          ]}
          secondLine={(backup) => `${backup.name} · ${verified(backup.verifiedAt)}`}
        />
      )}
    </section>
  );
}
