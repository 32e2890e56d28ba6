import { Button, NativeSelect, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api } from '../api/client';
import type { Interest } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import classes from './asks.module.css';
import { useInterests } from './data';

/** The skills and interests that members choose among; what somebody has chosen is retired rather than removed. */
export function InterestsEditor() {
  const t = useTexts('asks');
  const { language } = useFormat();
  const { tell } = useNotices();
  const client = useQueryClient();
  const read = () => client.invalidateQueries({ queryKey: ['interests'] });
  const interests = useInterests();
  const blank = { kind: 'skill' as Interest['kind'], nameSv: '', nameEn: '' };
  const [fresh, setFresh] = useState(blank);
  const add = useMutation({ mutationFn: () => answer(api.POST('/api/members/activation/interests', { body: { ...fresh, retired: false } })), onSuccess: read });
  const change = useMutation({
    mutationFn: ({ row, retired }: { row: Interest; retired: boolean }) =>
      answer(api.PUT('/api/members/activation/interests/{id}', { params: { path: { id: row.id } }, headers: { 'If-Match': `"${String(row.version)}"` }, body: { kind: row.kind, nameSv: row.nameSv, nameEn: row.nameEn, retired } })),
    onSuccess: read,
  });
  return (
    <section className="section" aria-labelledby="kunskaper">
      <Title order={2} id="kunskaper">
        {t('asks:interests.title')}
      </Title>
      <p style={{ marginBottom: '1rem' }}>{t('asks:interests.lead')}</p>
      <Answered query={interests} rows={4}>
        {(rows) => (
          <ul className={classes.people}>
            {rows.map((row) => {
              const name = language === 'en' ? row.nameEn : row.nameSv;
              return (
                <li key={row.id} className={classes.row}>
                  <span>
                    {name} <span className="dim small">{[t(`asks:interests.${row.kind}`), row.retired && t('asks:interests.isRetired')].filter(Boolean).join(', ')}</span>
                  </span>
                  <Button variant="default" size="sm" disabled={change.isPending} aria-label={t(row.retired ? 'asks:interests.backNamed' : 'asks:interests.retireNamed', { name })} onClick={() => change.mutate({ row, retired: !row.retired })}>
                    {row.retired ? t('asks:interests.back') : t('asks:interests.retire')}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
      </Answered>
      {change.error && <ProblemNote error={change.error} />}
      <form
        className="form"
        style={{ marginTop: '1.5rem' }}
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate(undefined, {
            onSuccess: () => {
              tell(t('asks:interests.added', { name: fresh.nameSv }));
              setFresh(blank);
            },
          });
        }}
      >
        <NativeSelect label={t('asks:interests.kind')} value={fresh.kind} onChange={(event) => setFresh({ ...fresh, kind: event.currentTarget.value as Interest['kind'] })} data={(['skill', 'interest'] as const).map((kind) => ({ value: kind, label: t(`asks:interests.${kind}`) }))} />
        <TextInput label={t('asks:interests.swedish')} required withAsterisk={false} maxLength={60} value={fresh.nameSv} onChange={(event) => setFresh({ ...fresh, nameSv: event.currentTarget.value })} />
        <TextInput label={t('asks:interests.english')} required withAsterisk={false} maxLength={60} value={fresh.nameEn} onChange={(event) => setFresh({ ...fresh, nameEn: event.currentTarget.value })} />
        {add.error && <ProblemNote error={add.error} kept />}
        <div>
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('asks:interests.add')}
          </Button>
        </div>
      </form>
    </section>
  );
}
