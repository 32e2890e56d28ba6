import { Checkbox, TextInput } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { asProblem } from '../api/problem';
import type { ClientEdit, PartnerClient } from '../api/types';
import { useCodes } from '../i18n/codes';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';

interface Props {
  /** The client to change; none to make a new one. */
  client?: PartnerClient;
  /** Every scope there is. */
  scopes: string[];
  change: Pick<UseMutationResult<unknown, Error, never>, 'error' | 'isPending'>;
  verb: string;
  send: (client: ClientEdit & { id: string }) => void;
  close: () => void;
}

/** What one sets about a partner's client. */
export function ClientForm({ client, scopes, change, verb, send, close }: Props) {
  const t = useTexts('admin');
  const codes = useCodes();
  const form = useFields(
    { id: client?.id ?? '', name: client?.name ?? '', contact: client?.contact ?? '', limit: client?.callsPerMinute?.toString() ?? '', scopes: client?.scopes ?? ([] as string[]) },
    {
      id: (value) => (/^[a-z][a-z0-9-]{2,39}$/.test(value) ? null : t('admin:clients.idFault')),
      name: (value) => (value.trim() ? null : t('admin:clients.nameFault')),
      limit: (value) => (value.trim() === '' || (/^\d+$/.test(value.trim()) && Number(value) >= 1 && Number(value) <= 6000) ? null : t('admin:clients.limitFault')),
      scopes: (value) => (value.length > 0 ? null : t('admin:clients.scopesFault')),
    },
  );
  const problem = change.error && asProblem(change.error);
  return (
    <form
      className="form"
      noValidate
      onSubmit={form.submit(({ id, name, contact, limit, scopes: chosen }) =>
        send({ id, name: name.trim(), contact: contact.trim() || null, callsPerMinute: limit.trim() ? Number(limit) : null, scopes: chosen }),
      )}
    >
      {!client && <TextInput label={t('admin:clients.id')} description={t('admin:clients.idHelp')} maxLength={40} autoCapitalize="none" autoComplete="off" {...form.text('id')} />}
      <TextInput label={t('admin:clients.name')} maxLength={80} autoComplete="off" {...form.text('name')} />
      <TextInput label={t('admin:clients.contact')} description={t('admin:clients.contactHelp')} maxLength={120} autoComplete="off" {...form.text('contact')} />
      <Checkbox.Group label={t('admin:clients.scopes')} value={form.values.scopes} onChange={(value) => form.set('scopes', value)} error={form.errors.scopes}>
        <div className="flow" style={{ gap: '0.75rem', margin: '0.5rem 0' }}>
          {scopes.map((scope) => (
            <Checkbox key={scope} value={scope} label={codes('scope', scope)} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput label={t('admin:clients.limit')} description={t('admin:clients.limitHelp')} inputMode="numeric" autoComplete="off" {...form.text('limit')} />
      {problem && <ProblemNote error={problem} kept />}
      <SubmitOrCancel verb={verb} pending={change.isPending} cancel={close} />
    </form>
  );
}
