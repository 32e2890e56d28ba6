import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { useNotices } from '../ui/Notices';
import { useTexts } from '../ui/useTexts';
import { AdminPage } from './AdminPage';
import { ClientForm } from './ClientForm';
import { ClientItem } from './ClientItem';
import { useClientChanges, useClients } from './data';
import { ShownSecret } from './ShownSecret';
import classes from './admin.module.css';

/** Partners' systems: what they may read, and the secrets they prove themselves with. */
export default function ClientsPage() {
  const t = useTexts('admin');
  return (
    <AdminPage title={t('admin:clients.title')} lead={t('admin:clients.lead')}>
      <Clients />
    </AdminPage>
  );
}

function Clients() {
  const t = useTexts('admin');
  const { tell } = useNotices();
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<{ id: string; secret: string }>();
  const clients = useClients();
  const { create } = useClientChanges();
  return (
    <Answered query={clients} rows={4}>
      {({ clients: list, scopes }) => (
        <>
          {shown && <ShownSecret id={shown.id} secret={shown.secret} done={() => setShown(undefined)} />}
          {list.length === 0 ? (
            <Empty title={t('admin:clients.none')} />
          ) : (
            <ul className={classes.list}>
              {list.map((client) => (
                <ClientItem key={client.id} client={client} scopes={scopes} show={(secret) => setShown({ id: client.id, secret })} />
              ))}
            </ul>
          )}
          <section className="section">
            {adding ? (
              <>
                <Title order={2} mb="md">
                  {t('admin:clients.add')}
                </Title>
                <ClientForm
                  scopes={scopes}
                  change={create}
                  verb={t('admin:clients.create')}
                  close={() => setAdding(false)}
                  send={(client) =>
                    create.mutate(client, {
                      onSuccess: (made) => {
                        setAdding(false);
                        setShown(made);
                        tell(t('admin:clients.created', { name: client.name }));
                      },
                    })
                  }
                />
              </>
            ) : (
              <Button onClick={() => setAdding(true)}>{t('admin:clients.add')}</Button>
            )}
          </section>
        </>
      )}
    </Answered>
  );
}
