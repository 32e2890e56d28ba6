import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useTexts } from '../ui/useTexts';
import { useHandOvers, useMarkSent, useTakeBack } from './data';

/** Those to be sent: exported to a file, and marked as sent in bulk. */
export function HandOverToSend() {
  const t = useTexts('district');
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const list = useHandOvers('toSend');
  const mark = useMarkSent();
  const takeBack = useTakeBack();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());

  function toggle(id: string, on: boolean) {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  }

  function send(ids: string[]) {
    mark.mutate(ids, {
      onSuccess: () => {
        setChosen(new Set());
        tell(t('district:handOver.marked', { count: ids.length }), () => takeBack.mutate(ids, { onSuccess: () => tell(t('district:handOver.takenBack', { count: ids.length })) }));
      },
    });
  }

  return (
    <Answered query={list} rows={6}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={t('district:handOver.emptyToSend')}>{t('district:handOver.emptyToSendHelp')}</Empty>
        ) : (
          <>
            <div className="flow no-print" style={{ marginBottom: '1rem', gap: '0.75rem' }}>
              <div className="row-of-buttons">
                <Button disabled={chosen.size === 0} loading={mark.isPending} onClick={() => send([...chosen])}>
                  {t('district:handOver.mark', { count: chosen.size })}
                </Button>
                <Button component="a" href="/api/members/hand-overs/export" download variant="default">
                  {t('district:handOver.export')}
                </Button>
              </div>
              <p className="dim small">{t('district:handOver.exportHelp')}</p>
              {mark.error && <ProblemNote error={mark.error} />}
              <Checkbox
                label={t('words:list.selectAll')}
                checked={rows.every((row) => chosen.has(row.handOverId))}
                indeterminate={chosen.size > 0 && !rows.every((row) => chosen.has(row.handOverId))}
                onChange={(event) => setChosen(new Set(event.currentTarget.checked ? rows.map((row) => row.handOverId) : []))}
              />
            </div>
            <DataTable
              caption={t('district:handOver.toSend')}
              rows={rows}
              rowKey={(row) => row.handOverId}
              columns={[
                { key: 'name', header: t('district:handOver.name'), cell: (row) => <Checkbox label={row.name} checked={chosen.has(row.handOverId)} onChange={(event) => toggle(row.handOverId, event.currentTarget.checked)} /> },
                { key: 'association', header: t('district:handOver.association'), cell: (row) => row.associationName },
                { key: 'joined', header: t('district:handOver.joined'), cell: (row) => longDay(row.joinedOn) },
              ]}
              secondLine={(row) => `${row.associationName} · ${longDay(row.joinedOn)}`}
            />
            <ShowMore query={list} shown={rows.length} />
          </>
        )
      }
    </Answered>
  );
}
