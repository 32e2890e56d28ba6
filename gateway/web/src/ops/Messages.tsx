import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { OpsMessage } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { type Column, DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { useMessages, useSendBack } from './data';
import { DropDialog } from './DropDialog';
import { Silent } from './OpsPage';
import type { MessageState, Of } from './services';

const states: MessageState[] = ['setAside', 'waiting', 'dropped'];
const keyOf = (message: Of<OpsMessage>) => `${message.service} ${message.eventId} ${message.consumer}`;

/** Type, id and reason of each, never what it says; sent back or dropped, one or many at a time. */
export function Messages() {
  const t = useTexts('ops');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const { get, set } = useAddress();
  const shown = states.find((state) => state === get('visa')) ?? 'setAside';
  const messages = useMessages(shown);
  const back = useSendBack();
  const [chosen, setChosen] = useState<string[]>([]);
  const [dropping, setDropping] = useState<Of<OpsMessage>[]>();
  const of = (rows: Of<OpsMessage>[]) => rows.filter((row) => chosen.includes(keyOf(row)));
  const how = (message: OpsMessage) =>
    [
      t('ops:message.attempts', { count: message.attempts }),
      message.nextAt && t('ops:message.next', { time: dayAndTime(message.nextAt) }),
      message.setAsideAt && !message.droppedAt && t('ops:message.aside', { time: dayAndTime(message.setAsideAt) }),
      message.droppedAt && t('ops:message.droppedAt', { time: dayAndTime(message.droppedAt), note: message.note ?? '' }),
    ]
      .filter(Boolean)
      .join(' · ');
  const sendBack = (rows: Of<OpsMessage>[]) =>
    back.mutate(rows, {
      onSuccess: (count) => {
        setChosen([]);
        tell(t('ops:message.sentBack', { count }));
      },
    });
  const columns: Column<Of<OpsMessage>>[] = [
    {
      key: 'type',
      header: t('ops:message.type'),
      cell: (row) => (
        <Checkbox
          checked={chosen.includes(keyOf(row))}
          onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, keyOf(row)] : chosen.filter((key) => key !== keyOf(row)))}
          label={
            <>
              {row.type} <span className="dim small">{row.eventId.slice(-8)}</span>
            </>
          }
        />
      ),
    },
    { key: 'service', header: t('ops:message.receiver'), cell: (row) => `${codes('part', row.service)}: ${row.consumer}` },
    { key: 'reason', header: t('ops:message.reason'), cell: (row) => row.reason },
    { key: 'first', header: t('ops:message.first'), cell: (row) => dayAndTime(row.firstAt) },
    { key: 'how', header: t('ops:message.how'), cell: how },
  ];
  return (
    <section aria-label={t('ops:message.title')}>
      <div className="no-print" style={{ marginBottom: '1.25rem' }}>
        <FilterChips
          label={t('ops:message.filter')}
          value={shown}
          onChange={(value) => {
            setChosen([]);
            set('visa', value === 'setAside' ? '' : value);
          }}
          options={states.map((state) => [state, t(`ops:message.state.${state}`)])}
        />
      </div>
      {back.error && <ProblemNote error={back.error} />}
      <Answered query={messages} rows={3}>
        {({ items, silent }) => (
          <div className="flow">
            <Silent services={silent} />
            {items.length === 0 ? (
              <Empty title={t(`ops:message.empty.${shown}`)} />
            ) : (
              <>
                <div className="row-of-buttons no-print">
                  <Button variant="default" size="sm" onClick={() => setChosen(chosen.length === items.length ? [] : items.map(keyOf))}>
                    {t('words:list.selectAll')}
                  </Button>
                  <Button size="sm" disabled={of(items).length === 0} loading={back.isPending} onClick={() => sendBack(of(items))}>
                    {t('ops:message.sendBack')}
                  </Button>
                  {shown !== 'dropped' && (
                    <Button variant="default" size="sm" disabled={of(items).length === 0} onClick={() => setDropping(of(items))}>
                      {t('ops:message.drop')}
                    </Button>
                  )}
                </div>
                <DataTable caption={t('ops:message.title')} rows={items} rowKey={keyOf} columns={columns} secondLine={(row) => [codes('part', row.service), row.consumer, row.reason, dayAndTime(row.firstAt), how(row)].join(' · ')} />
              </>
            )}
          </div>
        )}
      </Answered>
      {dropping && (
        <DropDialog
          messages={dropping}
          close={() => setDropping(undefined)}
          done={(count) => {
            const undo = dropping;
            setChosen([]);
            setDropping(undefined);
            tell(t('ops:message.dropped', { count }), () => sendBack(undo));
          }}
        />
      )}
    </section>
  );
}
