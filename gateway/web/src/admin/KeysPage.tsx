import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SigningKey } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { DataTable } from '../ui/DataTable';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { AdminPage } from './AdminPage';
import { useKeys, useRotateKeys, useWithdrawKey } from './data';

/** The keys that tokens are signed with: replaced before their time, or withdrawn when one may have leaked. */
export default function KeysPage() {
  const t = useTexts('admin');
  return (
    <AdminPage title={t('admin:keys.title')} lead={t('admin:keys.lead')} wide>
      <Keys />
    </AdminPage>
  );
}

/** Enough of the id to tell the keys apart: its last eight characters, since the first are the time. */
const short = (key: SigningKey) => key.id.slice(-8);

function Keys() {
  const t = useTexts('admin');
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const [asking, setAsking] = useState<SigningKey>();
  const keys = useKeys();
  const rotate = useRotateKeys();
  const withdraw = useWithdrawKey();
  return (
    <Answered query={keys} rows={3}>
      {({ keys: list, encryptedAtRest }) => (
        <div className="flow" style={{ alignItems: 'stretch' }}>
          {!encryptedAtRest && (
            <Note kind="information" title={t('admin:keys.open')}>
              <p>{t('admin:keys.openWhat')}</p>
            </Note>
          )}
          <DataTable
            caption={t('admin:keys.title')}
            rows={list}
            rowKey={(key) => key.id}
            columns={[
              { key: 'key', header: t('admin:keys.key'), cell: (key) => <code>{short(key)}</code> },
              { key: 'state', header: t('admin:keys.stateTitle'), cell: (key) => t(`admin:keys.state.${key.state}`) },
              { key: 'created', header: t('admin:keys.created'), cell: (key) => dayAndTime(key.createdAt) },
              {
                key: 'act',
                header: t('admin:keys.change'),
                onPhone: true,
                cell: (key) => (
                  <Button variant="default" size="sm" aria-label={t('admin:keys.withdrawNamed', { id: short(key) })} onClick={() => setAsking(key)}>
                    {t('admin:keys.withdraw')}
                  </Button>
                ),
              },
            ]}
            secondLine={(key) => `${t(`admin:keys.state.${key.state}`)} · ${dayAndTime(key.createdAt)}`}
          />
          {rotate.error && <ProblemNote error={rotate.error} />}
          {withdraw.error && <ProblemNote error={withdraw.error} />}
          <div>
            <Button variant="default" loading={rotate.isPending} onClick={() => rotate.mutate(undefined, { onSuccess: () => tell(t('admin:keys.rotated')) })}>
              {t('admin:keys.rotate')}
            </Button>
          </div>
          <Confirm title={t('admin:keys.ask')} open={asking !== undefined} close={() => setAsking(undefined)}>
            <div className="flow">
              <p>{t('admin:keys.what')}</p>
              <div className="row-of-buttons">
                <Button loading={withdraw.isPending} onClick={() => asking && withdraw.mutate(asking.id, { onSuccess: () => tell(t('admin:keys.withdrawn')), onSettled: () => setAsking(undefined) })}>
                  {t('admin:keys.withdraw')}
                </Button>
                <Button variant="default" onClick={() => setAsking(undefined)}>
                  {t('common:action.cancel')}
                </Button>
              </div>
            </div>
          </Confirm>
        </div>
      )}
    </Answered>
  );
}
