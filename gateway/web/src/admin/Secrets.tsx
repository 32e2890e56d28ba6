import { Button, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { PartnerClient } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Confirm } from '../ui/Confirm';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useTexts } from '../ui/useTexts';
import { useClientChanges } from './data';
import classes from './admin.module.css';

type Secret = PartnerClient['secrets'][number];
const overlaps = ['14', '2', '0'] as const;

/** A client's live secrets: at most two, while the partner changes over from one to the other. What else can be done stands beside. */
export function Secrets({ client, show, children }: { client: PartnerClient; show: (secret: string) => void; children: ReactNode }) {
  const t = useTexts('admin');
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  const [renewing, setRenewing] = useState(false);
  const [revoking, setRevoking] = useState<Secret>();
  const [days, setDays] = useState<string>('14');
  const { renew, revoke } = useClientChanges();
  const { id, name } = client;
  return (
    <div>
      {client.secrets.length === 0 && <p className="late">{t('admin:clients.secret.none')}</p>}
      <ul className={classes.secrets} aria-label={t('admin:clients.secret.title')}>
        {client.secrets.map((secret) => (
          <li key={secret.id}>
            <span className="small">
              {[
                t('admin:clients.secret.made', { when: dayAndTime(secret.createdAt) }),
                secret.lastUsedAt ? t('admin:clients.secret.used', { when: dayAndTime(secret.lastUsedAt) }) : t('admin:clients.secret.unused'),
                secret.endsAt && t('admin:clients.secret.ends', { when: dayAndTime(secret.endsAt) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Button variant="default" size="sm" aria-label={t('admin:clients.secret.revokeNamed', { name, when: dayAndTime(secret.createdAt) })} onClick={() => setRevoking(secret)}>
              {t('admin:clients.secret.revoke')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row-of-buttons" style={{ marginTop: '0.5rem' }}>
        {client.secrets.length < 2 && (
          <Button variant="default" size="sm" aria-label={t('admin:clients.secret.renewNamed', { name })} onClick={() => setRenewing(true)}>
            {t('admin:clients.secret.renew')}
          </Button>
        )}
        {children}
      </div>
      <Confirm title={t('admin:clients.secret.ask', { name })} open={renewing} close={() => setRenewing(false)}>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            renew.mutate(
              { id, daysForOld: Number(days) },
              {
                onSuccess: ({ secret }) => {
                  setRenewing(false);
                  show(secret);
                },
              },
            );
          }}
        >
          <Radio.Group label={t('admin:clients.secret.days')} value={days} onChange={setDays}>
            <div className="flow" style={{ gap: '0.75rem', marginTop: '0.5rem' }}>
              {overlaps.map((overlap) => (
                <Radio key={overlap} value={overlap} label={t(`admin:clients.secret.day.${overlap}`)} />
              ))}
            </div>
          </Radio.Group>
          {renew.error && <ProblemNote error={renew.error} />}
          <SubmitOrCancel verb={t('admin:clients.secret.make')} pending={renew.isPending} cancel={() => setRenewing(false)} />
        </form>
      </Confirm>
      <Confirm title={t('admin:clients.secret.revokeAsk', { name })} open={revoking !== undefined} close={() => setRevoking(undefined)}>
        <div className="flow">
          <p>{t('admin:clients.secret.revokeWhat')}</p>
          {revoke.error && <ProblemNote error={revoke.error} />}
          <div className="row-of-buttons">
            <Button
              loading={revoke.isPending}
              onClick={() =>
                revoking &&
                revoke.mutate(
                  { id, secretId: revoking.id },
                  {
                    onSuccess: () => {
                      setRevoking(undefined);
                      tell(t('admin:clients.secret.revoked'));
                    },
                  },
                )
              }
            >
              {t('admin:clients.secret.revoke')}
            </Button>
            <Button variant="default" onClick={() => setRevoking(undefined)}>
              {t('common:action.cancel')}
            </Button>
          </div>
        </div>
      </Confirm>
    </div>
  );
}
