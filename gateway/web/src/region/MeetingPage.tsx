import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useNow } from '../api/clock';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { RegionMeetingView } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { Facts } from '../ui/Facts';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useChangeMeeting, useRegionMeeting, useRemoveMeeting } from './data';
import { Matters } from './Matters';
import { MeetingForm } from './MeetingForm';

/** One meeting: when and where, and what the group prepares for it. */
export default function MeetingPage() {
  const t = useTexts('region');
  const { meetingId = '' } = useParams();
  const found = useRegionMeeting(meetingId);
  return (
    <Page title={found.data?.meeting.body ?? t('region:meeting.one')} crumbs={[{ label: t('region:title'), to: '/region' }, { label: t('region:meetings.title'), to: '/region/moten' }]}>
      <Answered query={found}>{(view) => <Meeting view={view} />}</Answered>
    </Page>
  );
}

function Meeting({ view }: { view: RegionMeetingView }) {
  const t = useTexts('region');
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  // Asked here, so that the day is known when a form opens.
  useNow();
  const go = useNavigate();
  const { data: session } = useSession();
  const works = mayInDistrict(session, 'region:work');
  const { meeting } = view;
  const [doing, setDoing] = useState<'edit' | 'remove'>();
  const close = () => setDoing(undefined);
  const change = useChangeMeeting(meeting.meetingId);
  const remove = useRemoveMeeting(meeting.meetingId);
  return (
    <>
      {doing === 'edit' ? (
        <MeetingForm
          meeting={meeting}
          pending={change.isPending}
          error={change.error}
          close={close}
          send={async (content) => {
            await change.mutateAsync({ meeting: content, read: meeting.version });
            close();
            tell(t('region:meeting.saved'));
          }}
        />
      ) : (
        <>
          <Facts
            items={[
              [t('region:meeting.when'), dayAndTime(meeting.startsAt)],
              ...(meeting.place ? [[t('region:meeting.place'), meeting.place] as [string, React.ReactNode]] : []),
              ...(meeting.link ? [[t('region:meeting.link'), <a key="link" href={meeting.link} rel="noreferrer">{meeting.link}</a>] as [string, React.ReactNode]] : []),
            ]}
          />
          {meeting.note && <p style={{ whiteSpace: 'pre-line', marginTop: '1rem' }} className="measure">{meeting.note}</p>}
          {works && (
            <div className="row-of-buttons no-print" style={{ marginTop: '1.5rem' }}>
              <Button variant="default" size="sm" onClick={() => setDoing('edit')}>{t('region:meeting.change')}</Button>
              <Button variant="default" size="sm" onClick={() => setDoing('remove')}>{t('region:meeting.remove')}</Button>
            </div>
          )}
        </>
      )}
      <Matters view={view} works={works} />
      <Confirm title={t('region:meeting.removeAsk')} open={doing === 'remove'} close={close}>
        <p>{t('region:meeting.removeHelp')}</p>
        {remove.error && <ProblemNote error={remove.error} />}
        <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
          <Button
            loading={remove.isPending}
            onClick={() =>
              void remove.mutateAsync(undefined).then(
                () => {
                  tell(t('region:meeting.removed'));
                  void go('/region/moten');
                },
                () => undefined,
              )
            }
          >
            {t('region:meeting.remove')}
          </Button>
          <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
        </div>
      </Confirm>
    </>
  );
}
