import { Title } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { Icon } from '../ui/Icon';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { AnswerForm } from './AnswerForm';
import { useRequest } from './data';

/** One request: what was asked, how far the services have come, and the answer. */
export default function RequestPage() {
  const t = useTexts('privacy');
  const codes = useCodes();
  const { dayAndTime, longDay } = useFormat();
  const query = useRequest(useParams().requestId ?? '');
  const shown = query.data?.request;
  return (
    <Page
      title={shown ? `${codes('privacyKind', shown.kind)}: ${shown.name ?? t('privacy:desk.erased')}` : t('privacy:desk.title')}
      crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('privacy:desk.title'), to: '/distrikt/dataskydd' }]}
    >
      <Answered query={query} rows={5}>
        {({ request, parts, hindrance }) => (
          <>
            <Facts
              items={[
                [t('privacy:desk.state'), codes('privacyState', request.state)],
                [t('privacy:request.made'), `${dayAndTime(request.madeAt)}, ${request.byDesk ? t('privacy:request.byDesk') : t('privacy:request.byThem')}`],
                ...(request.state === 'open' ? [[t('privacy:request.due'), longDay(request.dueOn)] as [string, string]] : []),
                ...(request.processing ? [[t('privacy:mine.to'), codes('processing', request.processing)] as [string, string]] : []),
                ...(request.wish ? [[t('privacy:request.wish'), request.wish] as [string, string]] : []),
                [t('privacy:request.identity'), request.identityNote ?? (request.byDesk ? '–' : t('privacy:request.identitySignedIn'))],
                ...(request.answer ? [[t('privacy:request.answer'), request.answer] as [string, string]] : []),
                ...(request.answeredAt ? [[t('privacy:request.answeredAt'), dayAndTime(request.answeredAt)] as [string, string]] : []),
              ]}
            />
            {request.name && request.kind === 'correction' && (
              <p>
                <Link to={`/distrikt/medlemmar?q=${encodeURIComponent(request.name)}`}>{t('privacy:request.person')}</Link>
              </p>
            )}
            {parts.length > 0 && (
              <section className="section">
                <Title order={2}>{t('privacy:request.parts')}</Title>
                <ul className="plain-list">
                  {parts.map((part) => (
                    <li key={part.service} className={part.at ? 'good' : 'late'}>
                      <Icon name={part.at ? 'tick' : 'attention'} size={16} /> {codes('privacyService', part.service)}: {part.at ? t('privacy:request.came', { time: dayAndTime(part.at) }) : t('privacy:request.missing')}
                    </li>
                  ))}
                </ul>
                {request.kind === 'erasure' && <p>{request.keptUntil ? t('privacy:request.kept', { date: longDay(request.keptUntil) }) : t('privacy:request.keptNone')}</p>}
                {request.kind === 'access' && request.state === 'done' && <Link to={`/distrikt/dataskydd/${request.requestId}/kopia`}>{t('privacy:request.copy')}</Link>}
              </section>
            )}
            {hindrance && (
              <Note kind="problem" title={t('privacy:request.hindrance')}>
                <p>{hindrance === 'privacy.open_claims' ? t('privacy:request.openClaims') : t('privacy:request.heldAssignment')}</p>
              </Note>
            )}
            {request.state === 'open' && <AnswerForm request={request} mayGrant={!hindrance} />}
          </>
        )}
      </Answered>
    </Page>
  );
}
