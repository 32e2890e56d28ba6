import { Button, InputBase, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import type { LiaisonAssociation } from '../api/types';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useEditSettings } from './data';

const rhythms = [14, 30, 45, 60, 90, 120, 180, 365];

/** How often to be in touch, and what a liaison should know about the association; the next liaison finds both. */
export function Settings({ answered: { association, usualRhythmDays, note, version } }: { answered: LiaisonAssociation }) {
  const t = useTexts('liaisons');
  const { tell } = useNotices();
  const before = { days: association.isUsualRhythm ? '' : String(association.rhythmDays), text: note ?? '' };
  const [days, setDays] = useState(before.days);
  const [text, setText] = useState(before.text);
  const edit = useEditSettings(association.associationId);
  const choices = [...new Set([...rhythms, association.rhythmDays])].sort((one, other) => one - other);
  return (
    <section className="section no-print">
      <Title order={2}>{t('liaisons:settings.title')}</Title>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          edit.mutate({ rhythmDays: days ? Number(days) : null, note: text.trim() || null, read: version }, { onSuccess: () => tell(t('liaisons:settings.done')) });
        }}
      >
        <NativeSelect
          id="rhythm"
          label={t('liaisons:settings.rhythm')}
          description={t('liaisons:settings.rhythmHelp')}
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          data={[{ value: '', label: t('liaisons:settings.usual', { count: usualRhythmDays }) }, ...choices.filter((one) => one !== usualRhythmDays).map((one) => ({ value: String(one), label: t('liaisons:settings.days', { count: one }) }))]}
        />
        <InputBase component="textarea" multiline rows={3} id="worthKnowing" label={t('common:form.optional', { label: t('liaisons:settings.note') })} description={t('liaisons:settings.noteHelp')} maxLength={4000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        {edit.error && <ProblemNote error={edit.error} kept />}
        <div>
          <Button type="submit" variant="default" loading={edit.isPending} disabled={days === before.days && text === before.text}>
            {t('liaisons:settings.verb')}
          </Button>
        </div>
      </form>
    </section>
  );
}
