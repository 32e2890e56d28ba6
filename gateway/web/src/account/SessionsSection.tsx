import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { answer, api } from '../api/client';
import { startSession } from '../api/session';
import type { OwnSession } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { useTexts } from '../ui/useTexts';
import { FactorProblem } from './FactorProblem';
import classes from './PasskeySection.module.css';

const key = ['own-sessions'];

/** Every browser one is signed in with: recognised by its kind, and ended one by one, all others, or all. */
export function SessionsSection() {
  const t = useTexts('account');
  const { tell } = useNotices();
  const client = useQueryClient();
  const navigate = useNavigate();
  const sessions = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/auth/sessions')), staleTime: 0 });
  const endOthers = useMutation({
    mutationFn: () => answer(api.POST('/auth/sessions/end-others')),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: key });
      tell(t('account:security.sessions.othersEnded'));
    },
  });
  const endAll = useMutation({
    mutationFn: () => answer(api.POST('/auth/sessions/end-all')),
    onSuccess: async () => {
      await startSession();
      void navigate('/', { replace: true });
    },
  });
  const error = endOthers.error ?? endAll.error;
  return (
    <section className="section">
      <Title order={2}>{t('account:security.sessions.title')}</Title>
      <p>{t('account:security.sessions.text')}</p>
      <Answered query={sessions} rows={2}>
        {(list) => (
          <ul className={classes.list}>
            {list.map((session) => (
              <Session key={session.id} session={session} />
            ))}
          </ul>
        )}
      </Answered>
      <div className="flow" style={{ marginTop: '1.25rem' }}>
        {error && <FactorProblem error={error} />}
        <div className="row-of-buttons">
          {(sessions.data?.length ?? 0) > 1 && (
            <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
              {t('account:security.sessions.endOthers')}
            </Button>
          )}
          <Button variant="default" loading={endAll.isPending} onClick={() => endAll.mutate()}>
            {t('account:security.sessions.endAll')}
          </Button>
        </div>
      </div>
    </section>
  );
}

function Session({ session }: { session: OwnSession }) {
  const t = useTexts('account');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const client = useQueryClient();
  const device = t('account:security.sessions.device', { browser: codes('browser', session.browser), system: codes('system', session.system) });
  const end = useMutation({
    mutationFn: () => answer(api.DELETE('/auth/sessions/{id}', { params: { path: { id: session.id } } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: key });
      tell(t('account:security.sessions.ended'));
    },
  });
  return (
    <li>
      <div>
        <b>{device}</b>
        {session.isCurrent && <div className="good small">{t('account:security.sessions.here')}</div>}
        <div className="dim small">{t('account:security.sessions.since', { when: dayAndTime(session.createdAt), method: codes('method', session.method) })}</div>
        {!session.isCurrent && <div className="dim small">{t('account:security.sessions.seen', { when: dayAndTime(session.lastSeenAt) })}</div>}
        {end.error && <FactorProblem error={end.error} />}
      </div>
      {!session.isCurrent && (
        <Button variant="default" size="sm" aria-label={t('account:security.sessions.endNamed', { device })} loading={end.isPending} onClick={() => end.mutate()}>
          {t('account:security.sessions.end')}
        </Button>
      )}
    </li>
  );
}
