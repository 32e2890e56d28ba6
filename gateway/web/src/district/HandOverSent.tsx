import { Button } from '@mantine/core';
import { useState } from 'react';
import type { HandOver } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Icon } from '../ui/Icon';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { ConfirmHandOver } from './ConfirmHandOver';
import { useHandOvers } from './data';

/** Those sent and not yet confirmed; the ones that have waited too long are marked, or are the only ones. */
export function HandOverSent({ overdue }: { overdue?: boolean }) {
  const t = useTexts('district');
  const { dayAndTime } = useFormat();
  const list = useHandOvers(overdue ? 'overdue' : 'sent');
  const [confirming, setConfirming] = useState<HandOver>();
  const sent = (row: HandOver) => (
    <>
      {row.sentAt && dayAndTime(row.sentAt)}{' '}
      {row.isOverdue && (
        <span className="late">
          <Icon name="attention" size={16} /> {t('district:handOver.overdue')}
        </span>
      )}
    </>
  );
  return (
    <Answered query={list} rows={6}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={overdue ? t('district:handOver.emptyOverdue') : t('district:handOver.emptySent')} />
        ) : (
          <>
            <DataTable
              caption={overdue ? t('district:handOver.late') : t('district:handOver.sent')}
              rows={rows}
              rowKey={(row) => row.handOverId}
              columns={[
                { key: 'name', header: t('district:handOver.name'), cell: (row) => row.name },
                { key: 'association', header: t('district:handOver.association'), cell: (row) => row.associationName },
                { key: 'sent', header: t('district:handOver.sentAt'), cell: sent },
                {
                  key: 'act',
                  header: t('district:handOver.answer'),
                  onPhone: true,
                  cell: (row) => (
                    <Button variant="default" size="sm" aria-label={t('district:handOver.confirmNamed', { name: row.name })} onClick={() => setConfirming(row)}>
                      {t('district:handOver.confirm')}
                    </Button>
                  ),
                },
              ]}
              secondLine={sent}
            />
            <ShowMore query={list} shown={rows.length} />
            {confirming && <ConfirmHandOver handOver={confirming} close={() => setConfirming(undefined)} />}
          </>
        )
      }
    </Answered>
  );
}
