import { Button, Checkbox, InputBase } from '@mantine/core';
import { useState } from 'react';
import { onceKey } from '../api/onceKey';
import type { LiaisonMessage } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Icon } from '../ui/Icon';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { forgetDraft, readDraft, useDraft } from '../ui/useDraft';
import { useTexts } from '../ui/useTexts';
import { useMessages, useSendMessage, useSettle } from './data';
import classes from './liaisons.module.css';
import { useTakeBack } from './useTakeBack';

/** What the association and its liaison write to each other, from either end; a question waits until the other side answers. */
export function Talk({ associationId, ours }: { associationId: string; ours: boolean }) {
  const t = useTexts('liaisons');
  const list = useMessages(associationId, ours);
  const other = ours ? 'district' : 'association';
  return (
    <Answered query={list} rows={2}>
      {(rows) => (
        <>
          <Write associationId={associationId} ours={ours} answers={rows.some((row) => waits(row) && row.side === other)} />
          {rows.length > 0 && (
            <>
              <ol className={classes.rows} style={{ marginTop: '1.5rem' }}>
                {rows.map((row) => (
                  <Message key={row.messageId} associationId={associationId} message={row} ours={ours} asked={row.side === other} />
                ))}
              </ol>
              <ShowMore query={list} shown={rows.length} />
            </>
          )}
          {rows.length === 0 && <p className="dim" style={{ marginTop: '1rem' }}>{t('liaisons:talk.empty')}</p>}
        </>
      )}
    </Answered>
  );
}

const waits = (message: LiaisonMessage) => message.wantsAnswer && !message.settledAt;

function Message({ associationId, message, ours, asked }: { associationId: string; message: LiaisonMessage; ours: boolean; asked: boolean }) {
  const t = useTexts('liaisons');
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const settle = useSettle(associationId, ours);
  const takeBack = useTakeBack();
  const { messageId } = message;
  return (
    <li>
      <div className={waits(message) && asked ? classes.waits : classes.mine}>
        <p className="small dim">
          {[t(`liaisons:talk.from.${message.side}`), message.by, dayAndTime(message.at)].filter(Boolean).join(' · ')}
        </p>
        <p>{message.text}</p>
        {message.wantsAnswer && (
          <p className="small">
            {message.settledAt ? (
              <span className="good">
                <Icon name="tick" size={16} /> {t('liaisons:talk.settled')}
              </span>
            ) : (
              <span className={asked ? 'late' : 'dim'}>
                {asked && <Icon name="attention" size={16} />} {t(!asked ? 'liaisons:talk.waitsForThem' : ours ? 'liaisons:talk.waitsForUs' : 'liaisons:talk.waitsForYou')}
              </span>
            )}
          </p>
        )}
        {settle.error && <ProblemNote error={settle.error} />}
      </div>
      {asked && waits(message) && (
        <Button
          variant="default"
          size="sm"
          className="no-print"
          loading={settle.isPending}
          onClick={() => settle.mutate({ messageId, settled: true }, { onSuccess: () => tell(t('liaisons:talk.isSettled'), () => takeBack(settle.mutateAsync({ messageId, settled: false }), t('liaisons:talk.isOpen'))) })}
        >
          {t('liaisons:talk.settle')}
        </Button>
      )}
    </li>
  );
}

function Write({ associationId, ours, answers }: { associationId: string; ours: boolean; answers: boolean }) {
  const t = useTexts('liaisons');
  const { tell } = useNotices();
  const draft = `fadderfraga-${associationId}`;
  const [text, setText] = useState(() => readDraft<{ text: string }>(draft).text ?? '');
  const [wantsAnswer, setWantsAnswer] = useState(!answers);
  const [empty, setEmpty] = useState(false);
  const [keyFor] = useState(onceKey);
  const send = useSendMessage(associationId, ours);
  useDraft(draft, { text });
  return (
    <form
      className="form no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setEmpty(!text.trim());
        if (!text.trim()) return;
        send.mutate(
          { text: text.trim(), wantsAnswer, key: keyFor({ text, wantsAnswer }) },
          {
            onSuccess: () => {
              forgetDraft(draft);
              setText('');
              tell(t(ours ? 'liaisons:talk.sentToLiaison' : 'liaisons:talk.sentToAssociation'));
            },
          },
        );
      }}
    >
      <InputBase
        component="textarea"
        multiline
        rows={3}
        id="message"
        label={t(answers ? 'liaisons:talk.answer' : ours ? 'liaisons:talk.ask' : 'liaisons:talk.write')}
        error={empty && t('liaisons:talk.fault')}
        maxLength={4000}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setEmpty(false);
        }}
      />
      <Checkbox label={t('liaisons:talk.wantsAnswer')} checked={wantsAnswer} onChange={(event) => setWantsAnswer(event.currentTarget.checked)} />
      {send.error && <ProblemNote error={send.error} kept />}
      <div>
        <Button type="submit" variant="default" loading={send.isPending}>
          {t('liaisons:talk.send')}
        </Button>
      </div>
    </form>
  );
}
