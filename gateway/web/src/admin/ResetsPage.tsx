import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { FactorReset } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { ShowMore } from '../ui/ShowMore';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { AdminPage } from './AdminPage';
import { useDecideReset, useResets } from './data';
import classes from './admin.module.css';

/** What waits for a second pair of eyes: resets of second factors. */
export default function ResetsPage() {
  const t = useTexts('admin');
  return (
    <AdminPage title={t('admin:resets.title')} lead={t('admin:resets.lead')}>
      <Resets />
    </AdminPage>
  );
}

function Resets() {
  const t = useTexts('admin');
  const { get, set } = useAddress();
  const open = get('visa') !== 'over';
  const resets = useResets(open);
  return (
    <>
      <div style={{ marginBottom: '1.25rem' }}>
        <FilterChips
          label={t('admin:resets.filter')}
          value={open ? 'open' : 'over'}
          onChange={(value) => set('visa', value === 'open' ? '' : value)}
          options={[
            ['open', t('admin:resets.open')],
            ['over', t('admin:resets.over')],
          ]}
        />
      </div>
      <Answered query={resets} rows={3}>
        {(list) =>
          list.length === 0 ? (
            <Empty title={open ? t('admin:resets.noneOpen') : t('admin:resets.noneOver')}>{open && <p>{t('admin:resets.how')}</p>}</Empty>
          ) : (
            <>
              <ul className={classes.list}>
                {list.map((reset) => (
                  <Reset key={reset.id} reset={reset} />
                ))}
              </ul>
              <ShowMore query={resets} shown={list.length} />
            </>
          )
        }
      </Answered>
    </>
  );
}

function Reset({ reset }: { reset: FactorReset }) {
  const t = useTexts('admin');
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const [asking, setAsking] = useState(false);
  const decide = useDecideReset();
  const who = reset.email ?? t('admin:accounts.noEmail');
  const waits = reset.outcome === null;
  return (
    <li>
      <Link to={`/administration/konton/${reset.accountId}`}>
        <b>{who}</b>
      </Link>
      <p>{t('admin:resets.reason', { reason: reset.reason })}</p>
      <p className="dim small">
        {t('admin:resets.asked', { who: reset.requestedBy ?? '–', when: dayAndTime(reset.requestedAt) })}{' '}
        {waits
          ? t('admin:resets.until', { when: dayAndTime(reset.expiresAt) })
          : t(`admin:resets.outcome.${reset.outcome as 'approved' | 'declined' | 'expired'}`, { who: reset.decidedBy ?? '–', when: reset.decidedAt ? dayAndTime(reset.decidedAt) : '' })}
      </p>
      {waits && reset.mayDecline && !reset.mayApprove && <p>{t('admin:resets.own')}</p>}
      {decide.error && <ProblemNote error={decide.error} />}
      {waits && reset.mayDecline && (
        <div className="row-of-buttons">
          {reset.mayApprove && (
            <Button size="sm" aria-label={t('admin:resets.approveNamed', { who })} onClick={() => setAsking(true)}>
              {t('admin:resets.approve')}
            </Button>
          )}
          <Button variant="default" size="sm" loading={decide.isPending && !asking} onClick={() => decide.mutate({ id: reset.id, approve: false }, { onSuccess: () => tell(t('admin:resets.declined')) })}>
            {reset.mayApprove ? t('admin:resets.decline') : t('admin:resets.withdraw')}
          </Button>
        </div>
      )}
      <Confirm title={t('admin:resets.ask', { who })} open={asking} close={() => setAsking(false)}>
        <div className="flow">
          <p>{t('admin:resets.what')}</p>
          <div className="row-of-buttons">
            <Button
              loading={decide.isPending}
              onClick={() => decide.mutate({ id: reset.id, approve: true }, { onSuccess: () => tell(t('admin:resets.approved', { who })), onSettled: () => setAsking(false) })}
            >
              {t('admin:resets.approve')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common:action.cancel')}
            </Button>
          </div>
        </div>
      </Confirm>
    </li>
  );
}
