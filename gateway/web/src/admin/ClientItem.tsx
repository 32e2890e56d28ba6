import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PartnerClient } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { ClientForm } from './ClientForm';
import { Secrets } from './Secrets';
import { useClientChanges } from './data';

/** One partner's client: what it may, its secrets, and changing either. Closing it can be undone. */
export function ClientItem({ client, scopes, show }: { client: PartnerClient; scopes: string[]; show: (secret: string) => void }) {
  const t = useTexts('admin');
  const codes = useCodes();
  const { tell } = useNotices();
  const [changing, setChanging] = useState(false);
  const { change, close, open } = useClientChanges();
  const { id, name } = client;
  const reopen = () => open.mutate(id, { onSuccess: () => tell(t('admin:clients.opened', { name })) });
  if (changing) {
    return (
      <li>
        <ClientForm
          client={client}
          scopes={scopes}
          change={change}
          verb={t('admin:clients.save')}
          close={() => setChanging(false)}
          send={(changed) =>
            change.mutate(changed, {
              onSuccess: () => {
                setChanging(false);
                tell(t('admin:clients.saved', { name: changed.name }));
              },
            })
          }
        />
      </li>
    );
  }
  const edit = (
    <Button variant="default" size="sm" aria-label={t('admin:clients.changeNamed', { name })} onClick={() => setChanging(true)}>
      {t('admin:clients.change')}
    </Button>
  );
  return (
    <li>
      <div>
        <b>{name}</b> <span className="dim">{id}</span> {client.disabledAt && <span className="late">{t('admin:clients.isClosed')}</span>}
        <p>{client.scopes.map((scope) => codes('scope', scope)).join(', ')}</p>
        <p className="dim small">{[client.contact, client.callsPerMinute ? t('admin:clients.perMinute', { count: client.callsPerMinute }) : t('admin:clients.usual')].filter(Boolean).join(' · ')}</p>
      </div>
      {(close.error ?? open.error) && <ProblemNote error={close.error ?? open.error} />}
      {client.disabledAt ? (
        <div className="row-of-buttons">
          {edit}
          <Button variant="default" size="sm" aria-label={t('admin:clients.openNamed', { name })} loading={open.isPending} onClick={reopen}>
            {t('admin:clients.open')}
          </Button>
        </div>
      ) : (
        <Secrets client={client} show={show}>
          {edit}
          <Button
            variant="default"
            size="sm"
            aria-label={t('admin:clients.closeNamed', { name })}
            loading={close.isPending}
            onClick={() => close.mutate(id, { onSuccess: () => tell(t('admin:clients.closed', { name }), reopen) })}
          >
            {t('admin:clients.close')}
          </Button>
        </Secrets>
      )}
    </li>
  );
}
