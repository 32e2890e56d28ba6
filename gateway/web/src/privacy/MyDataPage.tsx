import { Button, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { PrivacyRequest } from '../api/types';
import { useNow } from '../api/clock';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { Ask } from './Ask';
import { Consent } from './Consent';
import { useEndObjection, useMyData, useWithdraw } from './data';
import { Held } from './Held';
import { PersonalNumber } from './PersonalNumber';

/** What is held about me and why, what I have asked, and what I can ask for. */
export default function MyDataPage() {
  const t = useTexts('privacy');
  const codes = useCodes();
  const { longDay } = useFormat();
  const mine = useMyData();
  const end = useEndObjection();
  return (
    <Page title={t('privacy:mine.title')} lead={t('privacy:mine.lead')}>
      <Answered query={mine} rows={6}>
        {({ kinds, objections, requests }) => (
          <>
            <section className="section">
              <Title order={2}>{t('privacy:mine.waiting')}</Title>
              {requests.length === 0 ? (
                <Empty title={t('privacy:mine.none')}>{t('privacy:mine.noneHelp')}</Empty>
              ) : (
                <ul className="plain-list flow">
                  {requests.map((request) => (
                    <Own key={request.requestId} request={request} />
                  ))}
                </ul>
              )}
            </section>
            {objections.length > 0 && (
              <section className="section">
                <Title order={2}>{t('privacy:mine.objections')}</Title>
                <ul className="plain-list flow">
                  {objections.map(({ processing, since }) => (
                    <li key={processing} className="row-of-buttons">
                      <span>
                        {t('privacy:mine.to')} {codes('processing', processing)}. {t('privacy:mine.since', { date: longDay(since.slice(0, 10)) })}
                      </span>
                      <Button variant="default" size="sm" loading={end.isPending} onClick={() => end.mutate(processing)}>
                        {t('privacy:mine.endObjection')}
                      </Button>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <Ask />
            <PersonalNumber />
            <Consent />
            <Held kinds={kinds} />
            <p className="dim small">{t('privacy:mine.complain')}</p>
          </>
        )}
      </Answered>
    </Page>
  );
}

function Own({ request }: { request: PrivacyRequest }) {
  const t = useTexts('privacy');
  const codes = useCodes();
  const { dayAndTime, longDay } = useFormat();
  const { tell } = useNotices();
  const withdraw = useWithdraw();
  const now = useNow();
  const expired = request.expiresAt !== null && new Date(request.expiresAt) <= now;
  return (
    <li>
      <p>
        <b>
          {codes('privacyKind', request.kind)}
          {request.processing && `: ${codes('processing', request.processing)}`}
        </b>
        , {codes('privacyState', request.state).toLowerCase()} · {dayAndTime(request.madeAt)}
      </p>
      {request.wish && <p className="dim">{request.wish}</p>}
      {request.answer && (
        <p>
          {t('privacy:request.answer')}: {request.answer}
        </p>
      )}
      {request.kind === 'access' && request.expiresAt && (
        <p>
          {expired ? (
            <span className="dim">{t('privacy:mine.expired')}</span>
          ) : (
            <>
              <Link to={`/min-sida/uppgifter-om-mig/${request.requestId}`}>{t('privacy:mine.read')}</Link> <span className="dim">{t('privacy:mine.expires', { date: longDay(request.expiresAt.slice(0, 10)) })}</span>
            </>
          )}
        </p>
      )}
      {request.state === 'open' && (
        <>
          <p className="dim">{t('privacy:mine.sent', { date: longDay(request.dueOn) })}</p>
          <Button variant="default" size="sm" loading={withdraw.isPending} onClick={() => withdraw.mutate(request.requestId, { onSuccess: () => tell(t('privacy:mine.withdrawn')) })}>
            {t('privacy:mine.withdraw')}
          </Button>
          {withdraw.error && <ProblemNote error={withdraw.error} />}
        </>
      )}
    </li>
  );
}
