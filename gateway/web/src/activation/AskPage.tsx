import { Button, Checkbox, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { AskDetails, AskPerson } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { showPhone } from '../ui/phone';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useTexts } from '../ui/useTexts';
import classes from './asks.module.css';
import { useAsk, useCancelAsk, useNoteCame } from './data';

/** One ask: who comes, who waits, who has not answered; afterwards who came. */
export default function AskPage() {
  const t = useTexts('asks');
  const { id = '', askId = '' } = useParams();
  const found = useAsk(askId);
  return (
    <Page title={found.data?.ask.title ?? t('asks:one.title')} crumbs={[{ label: t('asks:list.title'), to: `/forening/${id}/hjalp` }]}>
      <Answered query={found}>{(known) => <Details known={known} />}</Answered>
    </Page>
  );
}

function Details({ known }: { known: AskDetails }) {
  const t = useTexts('asks');
  const codes = useCodes();
  const { dayAndTime, language, number } = useFormat();
  const { ask, people } = known;
  const wanted = [ask.way && codes('helpWay', ask.way), language === 'en' ? ask.interestEn : ask.interestSv].filter(Boolean).join(', ');
  return (
    <>
      <Facts
        items={[
          [t('asks:list.when'), `${dayAndTime(ask.startsAt)}, ${t('asks:new.minutes', { hours: (ask.minutes / 60).toLocaleString(language === 'en' ? 'en-GB' : 'sv-SE'), count: ask.minutes / 60 })}`],
          [t('asks:list.where'), ask.place],
          [t('asks:one.wanted'), wanted || t('asks:new.anything')],
          [t('asks:list.standing'), t('asks:list.places', { yes: number(ask.yes), needed: number(ask.needed) })],
          [t('asks:one.answers'), t('asks:one.counts', { asked: number(ask.asked), maybe: number(ask.maybe), no: number(ask.no), waiting: number(ask.waiting) })],
        ]}
      />
      {ask.state === 'cancelled' && (
        <div style={{ marginTop: '1.25rem' }}>
          <Note kind="information" title={t('asks:list.cancelled')}>
            <p>{ask.cancelReason}</p>
          </Note>
        </div>
      )}
      {ask.state === 'open' && ask.isOver ? <Came key={String(ask.came)} askId={ask.askId} people={people} /> : <People people={people} />}
      {ask.state === 'open' && !ask.isOver && <Cancel askId={ask.askId} />}
    </>
  );
}

function answerOf(one: AskPerson): 'place' | 'waiting' | 'maybe' | 'no' | 'none' {
  if (one.hasPlace) return 'place';
  if (one.answer === 'yes') return 'waiting';
  return one.answer ?? 'none';
}

function People({ people }: { people: AskPerson[] }) {
  const t = useTexts('asks');
  return (
    <section className="section" aria-labelledby="svar">
      <Title order={2} id="svar">
        {t('asks:one.people')}
      </Title>
      <ul className={classes.people}>
        {people.map((one) => (
          <li key={one.memberId}>
            {one.name} <span className="dim small">{t(`asks:answer.${answerOf(one)}`)}</span>
            {one.phone && (
              <>
                {' · '}
                <a href={`tel:${one.phone}`} className="nowrap">{showPhone(one.phone)}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Came({ askId, people }: { askId: string; people: AskPerson[] }) {
  const t = useTexts('asks');
  const { tell } = useNotices();
  const note = useNoteCame(askId);
  const [came, setCame] = useState(() => people.filter((one) => one.came ?? one.hasPlace).map((one) => one.memberId));
  return (
    <section className="section" aria-labelledby="kom">
      <Title order={2} id="kom">
        {t('asks:came.title')}
      </Title>
      <p style={{ marginBottom: '1rem' }}>{t('asks:came.lead')}</p>
      <Checkbox.Group value={came} onChange={setCame} aria-label={t('asks:came.title')}>
        <ul className={classes.people}>
          {people.map((one) => (
            <li key={one.memberId}>
              <Checkbox value={one.memberId} label={one.name} description={t(`asks:answer.${answerOf(one)}`)} />
            </li>
          ))}
        </ul>
      </Checkbox.Group>
      {note.error && <ProblemNote error={note.error} />}
      <div style={{ marginTop: '1.25rem' }}>
        <Button loading={note.isPending} onClick={() => note.mutate(came, { onSuccess: () => tell(t('asks:came.done', { count: came.length })) })}>
          {t('asks:came.verb')}
        </Button>
      </div>
    </section>
  );
}

function Cancel({ askId }: { askId: string }) {
  const t = useTexts('asks');
  const { tell } = useNotices();
  const cancel = useCancelAsk(askId);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  if (!open) {
    return (
      <section className="section no-print">
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('asks:cancel.open')}
        </Button>
      </section>
    );
  }
  return (
    <form
      className="section form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        cancel.mutate(reason.trim(), { onSuccess: () => tell(t('asks:cancel.done')) });
      }}
    >
      <TextInput id="reason" label={t('asks:cancel.reason')} description={t('asks:cancel.help')} required withAsterisk={false} maxLength={60} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {cancel.error && <ProblemNote error={cancel.error} kept />}
      <SubmitOrCancel verb={t('asks:cancel.verb')} pending={cancel.isPending} cancel={() => setOpen(false)} />
    </form>
  );
}
