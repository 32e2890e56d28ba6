import { Button, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import type { ElectedProfile } from '../api/types';
import { useCodes } from '../i18n/codes';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useOwnProfiles, useRemovePortrait, useSetPortrait } from './data';
import { asPortrait } from './portrait';
import { ProfileForm } from './ProfileForm';
import { ShowOrHide, Standing } from './Shown';

/** How one is presented to the public: one's own words, one's own yes. */
export default function OwnProfilePage() {
  const t = useTexts('office');
  const profiles = useOwnProfiles();
  return (
    <Page title={t('office:profile.title')} lead={<><p>{t('office:profile.lead')}</p><p><Link to="/politiker">{t('office:profiles.see')}</Link></p></>}>
      <Answered query={profiles} rows={4}>{(rows) => (rows.length === 0 ? <Empty title={t('office:profile.none')} /> : <>{rows.map((row) => <Own key={row.profileId} profile={row} />)}</>)}</Answered>
    </Page>
  );
}

function Own({ profile }: { profile: ElectedProfile }) {
  const t = useTexts('office');
  const codes = useCodes();
  const [writing, setWriting] = useState(false);
  return (
    <section className="section">
      <Title order={2}>{[codes('assignment', profile.kind), profile.associationName].filter(Boolean).join(', ')}</Title>
      <Standing profile={profile} />
      {writing ? (
        <ProfileForm key={profile.version} profile={profile} own close={() => setWriting(false)} />
      ) : (
        <>
          {profile.area && <p style={{ marginTop: '1rem' }}><b>{profile.area}</b></p>}
          {profile.text && <p style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{profile.text}</p>}
          <p className="dim">{[profile.email, profile.phone, profile.web].filter(Boolean).join(' · ')}</p>
          <div className="row-of-buttons no-print" style={{ margin: '1rem 0' }}>
            <Button size="sm" variant={profile.version === 0 ? 'filled' : 'default'} onClick={() => setWriting(true)}>{t('office:profiles.edit')}</Button>
            <ShowOrHide profile={profile} own />
          </div>
          <PortraitField profile={profile} />
        </>
      )}
    </section>
  );
}

function PortraitField({ profile }: { profile: ElectedProfile }) {
  const t = useTexts('office');
  const { tell } = useNotices();
  const input = useRef<HTMLInputElement>(null);
  const set = useSetPortrait(profile.profileId);
  const remove = useRemovePortrait(profile.profileId);
  const [unreadable, setUnreadable] = useState(false);

  async function take(file: File | undefined) {
    if (!file) return;
    setUnreadable(false);
    let portrait: Blob;
    try {
      portrait = await asPortrait(file);
    } catch {
      setUnreadable(true);
      return;
    }
    set.mutate(portrait, { onSuccess: () => tell(t('office:profile.portraitSaved')) });
  }

  return (
    <div>
      <h3>{t('office:profile.portrait')}</h3>
      {profile.hasPortrait && <img src={`/api/members/me/profiles/${profile.profileId}/portrait?v=${String(profile.version)}`} alt={t('office:profile.portrait')} width={160} style={{ borderRadius: 6, margin: '0.5rem 0', height: 'auto' }} />}
      <p className="dim small">{t('office:profile.portraitHelp')}</p>
      <input ref={input} type="file" hidden tabIndex={-1} accept="image/jpeg,image/png,image/webp" aria-label={t('office:profile.choosePortrait')} onChange={(event) => void take(event.currentTarget.files?.[0])} />
      <div className="row-of-buttons no-print" style={{ marginTop: '0.75rem' }}>
        <Button size="sm" variant="default" loading={set.isPending} onClick={() => input.current?.click()}>{t('office:profile.choosePortrait')}</Button>
        {profile.hasPortrait && <Button size="sm" variant="default" loading={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: () => tell(t('office:profile.portraitRemoved')) })}>{t('office:profile.removePortrait')}</Button>}
      </div>
      {unreadable && <Note kind="problem" title={t('office:profile.portraitFault')} />}
      {(set.error ?? remove.error) && <ProblemNote error={set.error ?? remove.error} />}
    </div>
  );
}
