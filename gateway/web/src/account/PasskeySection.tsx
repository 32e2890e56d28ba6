import { Button, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { refreshSession } from '../api/session';
import type { Passkey } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { addPasskey, passkeysWork } from './passkeys';
import classes from './PasskeySection.module.css';

const key = ['passkeys'];

/** The passkeys one has, and a new one for this device. */
export function PasskeySection() {
  const t = useTexts('account');
  const passkeys = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/auth/passkeys')) });
  return (
    <section className="section">
      <Title order={2}>{t('account:security.passkeys.title')}</Title>
      <p>{t('account:security.passkeys.text')}</p>
      <Answered query={passkeys} rows={2}>
        {(list) =>
          list.length === 0 ? (
            <p className="dim">{t('account:security.passkeys.none')}</p>
          ) : (
            <ul className={classes.list}>
              {list.map((passkey) => (
                <Saved key={passkey.id} passkey={passkey} />
              ))}
            </ul>
          )
        }
      </Answered>
      {passkeysWork ? <Add /> : <p className="dim">{t('account:security.passkeys.unsupported')}</p>}
    </section>
  );
}

function Saved({ passkey }: { passkey: Passkey }) {
  const t = useTexts('account');
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => answer(api.DELETE('/auth/passkeys/{id}', { params: { path: { id: passkey.id } } })),
    onSuccess: async () => {
      await Promise.all([client.invalidateQueries({ queryKey: key }), refreshSession()]);
      tell(t('account:security.passkeys.removed', { name: passkey.name }));
    },
  });
  return (
    <li>
      <div>
        <b>{passkey.name}</b>
        <div className="dim small">{t('account:security.passkeys.since', { date: longDay(passkey.createdAt) })}</div>
        {remove.error && <ProblemNote error={remove.error} />}
      </div>
      <Button variant="default" size="sm" aria-label={t('account:security.passkeys.removeNamed', { name: passkey.name })} loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('common:action.remove')}
      </Button>
    </li>
  );
}

function Add() {
  const t = useTexts('account');
  const { tell } = useNotices();
  const client = useQueryClient();
  const form = useFields({ name: '' }, { name: (value) => (value.trim() ? null : t('account:security.passkeys.fault')) });
  const add = useMutation({
    mutationFn: (name: string) => addPasskey(name),
    onSuccess: async (added, name) => {
      if (!added) return;
      form.reset();
      await Promise.all([client.invalidateQueries({ queryKey: key }), refreshSession()]);
      tell(t('account:security.passkeys.added', { name }));
    },
  });
  return (
    <form className="form" style={{ marginTop: '1.25rem' }} noValidate onSubmit={form.submit(({ name }) => add.mutate(name.trim()))}>
      <TextInput label={t('account:security.passkeys.name')} description={t('account:security.passkeys.nameHelp')} maxLength={60} {...form.text('name')} />
      {add.error && <ProblemNote error={add.error} />}
      <div>
        <Button type="submit" variant="default" loading={add.isPending}>
          {t('account:security.passkeys.add')}
        </Button>
      </div>
    </form>
  );
}
