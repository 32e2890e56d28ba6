import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { BoardMeeting } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { Facts } from '../ui/Facts';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { EditAgenda } from './EditAgenda';
import { useAdjust, useCall, useDropMeeting, useFinishMinutes, useMeeting, useReopenMinutes } from './data';
import { Points } from './Points';
import { WriteMinutes } from './WriteMinutes';

/** A board meeting from its plan to its adjusted minutes. */
export default function MeetingPage() {
  const t = useTexts('boardroom');
  const { meetingId = '' } = useParams();
  const found = useMeeting(meetingId);
  return (
    <Page title={found.data?.meeting.title ?? t('boardroom:meeting.one')} crumbs={[{ label: t('boardroom:page.title'), to: '/distrikt/styrelse' }]} wide>
      <Answered query={found}>{(view) => <Meeting view={view} />}</Answered>
    </Page>
  );
}

function Meeting({ view }: { view: BoardMeeting }) {
  const t = useTexts('boardroom');
  const { dayAndTime } = useFormat();
  const { data: session } = useSession();
  const [doing, setDoing] = useState<'agenda' | 'minutes'>();
  const { meeting, hash } = view;
  const manages = mayInDistrict(session, 'board:manage');
  const close = () => setDoing(undefined);
  return (
    <>
      <Facts
        items={[
          [t('boardroom:meeting.when'), dayAndTime(meeting.startsAt)],
          [t('boardroom:meeting.where'), <Where key="where" view={view} />],
          [t('boardroom:meeting.standing'), t(meeting.waitsForMe ? 'boardroom:meeting.waitsForMe' : `boardroom:state.${meeting.state}`)],
          ...(meeting.calledAt ? [[t('boardroom:meeting.called'), dayAndTime(meeting.calledAt)] as [string, string]] : []),
          ...(hash ? [[t('boardroom:meeting.hash'), <span key="hash" className="small" style={{ overflowWrap: 'anywhere' }}>{hash}</span>] as [string, React.ReactNode]] : []),
        ]}
      />
      <Steps view={view} manages={manages} doing={doing} set={setDoing} />
      {doing === 'agenda' ? <EditAgenda view={view} close={close} /> : doing === 'minutes' ? <WriteMinutes view={view} close={close} /> : <Points view={view} manages={manages} />}
      <People view={view} />
    </>
  );
}

function Where({ view }: { view: BoardMeeting }) {
  const { place, link } = view.meeting;
  return (
    <>
      {place}
      {place && link && ' · '}
      {link && <a href={link} rel="noreferrer">{link}</a>}
    </>
  );
}

/** What can be done as the meeting stands now, the next step first. */
function Steps({ view, manages, doing, set }: { view: BoardMeeting; manages: boolean; doing?: string; set: (doing: 'agenda' | 'minutes') => void }) {
  const t = useTexts('boardroom');
  const { tell } = useNotices();
  const go = useNavigate();
  const { meeting, members } = view;
  const [asking, setAsking] = useState<'call' | 'adjust' | 'drop'>();
  const call = useCall(meeting.meetingId);
  const finish = useFinishMinutes(meeting.meetingId);
  const reopen = useReopenMinutes(meeting.meetingId);
  const adjust = useAdjust(meeting.meetingId);
  const drop = useDropMeeting(meeting.meetingId);
  const error = call.error ?? finish.error ?? reopen.error ?? adjust.error ?? drop.error;
  const close = () => setAsking(undefined);
  const isOpen = meeting.state === 'planned' || meeting.state === 'called';
  const back = () => reopen.mutate(undefined, { onSuccess: () => tell(t('boardroom:minutes.reopened')) });
  if (doing) return null;
  return (
    <div className="no-print" style={{ marginTop: '1.5rem' }}>
      {error && <ProblemNote error={error} />}
      <div className="row-of-buttons">
        {meeting.waitsForMe && <Button onClick={() => setAsking('adjust')}>{t('boardroom:minutes.adjust')}</Button>}
        {manages && meeting.state === 'planned' && <Button onClick={() => setAsking('call')}>{t('boardroom:call.verb')}</Button>}
        {manages && meeting.state === 'called' && <Button onClick={() => set('minutes')}>{t('boardroom:minutes.write')}</Button>}
        {manages && meeting.state === 'called' && members.filter((one) => one.isAdjuster).length >= 2 && <Button variant="default" loading={finish.isPending} onClick={() => finish.mutate(undefined, { onSuccess: () => tell(t('boardroom:minutes.finished'), back) })}>{t('boardroom:minutes.finish')}</Button>}
        {manages && isOpen && <Button variant="default" onClick={() => set('agenda')}>{t('boardroom:agenda.edit')}</Button>}
        {manages && meeting.state === 'minuted' && <Button variant="default" loading={reopen.isPending} onClick={back}>{t('boardroom:minutes.reopen')}</Button>}
        {manages && meeting.state === 'planned' && <Button variant="default" onClick={() => setAsking('drop')}>{t('boardroom:meeting.drop')}</Button>}
      </div>
      <Confirm title={t('boardroom:call.ask', { count: members.length })} open={asking === 'call'} close={close}>
        <p>{t('boardroom:call.help')}</p>
        <Choice verb={t('boardroom:call.verb')} pending={call.isPending} close={close} act={() => call.mutate(undefined, { onSuccess: () => { close(); tell(t('boardroom:call.done', { count: members.length })); }, onError: close })} />
      </Confirm>
      <Confirm title={t('boardroom:minutes.adjustAsk', { title: meeting.title })} open={asking === 'adjust'} close={close}>
        <p>{t('boardroom:minutes.adjustHelp')}</p>
        <Choice verb={t('boardroom:minutes.adjust')} pending={adjust.isPending} close={close} act={() => adjust.mutate(meeting.version, { onSuccess: () => { close(); tell(t('boardroom:minutes.adjusted')); }, onError: close })} />
      </Confirm>
      <Confirm title={t('boardroom:meeting.dropAsk', { title: meeting.title })} open={asking === 'drop'} close={close}>
        <p>{t('boardroom:meeting.dropHelp')}</p>
        <Choice verb={t('boardroom:meeting.drop')} pending={drop.isPending} close={close} act={() => void drop.mutateAsync(undefined).then(() => { tell(t('boardroom:meeting.dropped')); void go('/distrikt/styrelse'); }, close)} />
      </Confirm>
    </div>
  );
}

function Choice({ verb, pending, act, close }: { verb: string; pending: boolean; act: () => void; close: () => void }) {
  const t = useTexts('boardroom');
  return (
    <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
      <Button loading={pending} onClick={act}>{verb}</Button>
      <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
    </div>
  );
}

function People({ view }: { view: BoardMeeting }) {
  const t = useTexts('boardroom');
  const codes = useCodes();
  const { shortDay } = useFormat();
  return (
    <section className="section">
      <Title order={2}>{t(view.meeting.state === 'planned' ? 'boardroom:people.toCall' : 'boardroom:people.called')}</Title>
      <ul className="plain-list">
        {view.members.map((one) => (
          <li key={one.memberId}>
            {one.name} <span className="dim small">{[codes('assignment', one.kind), one.isPresent !== null && t(one.isPresent ? 'boardroom:people.present' : 'boardroom:people.absent'), one.isAdjuster && (one.adjustedAt ? t('boardroom:people.adjusted', { date: shortDay(one.adjustedAt) }) : t('boardroom:people.adjuster'))].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
