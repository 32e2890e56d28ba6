import { Button, Checkbox, Title } from '@mantine/core';
import { useState } from 'react';
import type { Activity, FreeTime, Interest } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import classes from './asks.module.css';
import { useActivity, useChangeActivity, useInterests } from './data';

const times: FreeTime[] = ['weekdays', 'evenings', 'weekends'];

/** What one is good at and likes, and when one has time: of oneself, or noted for a member. */
export function ActivityForm({ member }: { member?: string }) {
  const t = useTexts('asks');
  const activity = useActivity(member);
  const interests = useInterests();
  return (
    <section className="section" aria-labelledby="kan">
      <Title order={2} id="kan">
        {member ? t('asks:activity.theirs') : t('asks:activity.mine')}
      </Title>
      <p style={{ marginBottom: '1rem' }}>{t('asks:activity.why')}</p>
      <Answered query={interests} rows={2}>
        {(list) => (
          <Answered query={activity} rows={2}>
            {(known) => <Form known={known} list={list} member={member} />}
          </Answered>
        )}
      </Answered>
    </section>
  );
}

function Form({ known, list, member }: { known: Activity; list: Interest[]; member?: string }) {
  const t = useTexts('asks');
  const { language } = useFormat();
  const { tell } = useNotices();
  const change = useChangeActivity(member);
  const [chosen, setChosen] = useState(known.interests ?? []);
  const [free, setFree] = useState<string[]>(known.times ?? []);
  const group = (kind: Interest['kind']) => (
    <Checkbox.Group label={t(`asks:activity.${kind}`)} value={chosen} onChange={setChosen}>
      <div className={classes.choices}>
        {list
          .filter((one) => one.kind === kind && (!one.retired || known.interests?.includes(one.id)))
          .map((one) => (
            <Checkbox key={one.id} value={one.id} label={language === 'en' ? one.nameEn : one.nameSv} />
          ))}
      </div>
    </Checkbox.Group>
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        const before = { interests: known.interests, times: known.times };
        change.mutate({ interests: chosen, times: free as FreeTime[] }, { onSuccess: () => tell(t('asks:activity.saved'), () => change.mutate(before)) });
      }}
    >
      {group('skill')}
      {group('interest')}
      <Checkbox.Group label={t('asks:activity.times')} description={t('asks:activity.timesHelp')} value={free} onChange={setFree}>
        <div className={classes.choices}>
          {times.map((one) => (
            <Checkbox key={one} value={one} label={t(`asks:time.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {change.error && <ProblemNote error={change.error} kept />}
      <div>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('asks:activity.save')}
        </Button>
      </div>
    </form>
  );
}
