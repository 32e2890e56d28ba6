import { Button } from '@mantine/core';
import type { ElectedProfile } from '../api/types';
import { useFormat } from '../i18n/dates';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useHideProfile, useShowProfile } from './data';

/** How a profile stands towards the public, in words. */
export function Standing({ profile }: { profile: ElectedProfile }) {
  const t = useTexts('office');
  const { dayAndTime } = useFormat();
  return (
    <>
      <p className={profile.publishedAt ? 'good small' : 'dim small'}>
        {profile.publishedAt ? t('office:profiles.shown', { time: dayAndTime(profile.publishedAt) }) : t('office:profiles.notShown')} · {profile.version === 0 ? t('office:profiles.empty') : t(profile.hasConsent ? 'office:profiles.consent' : 'office:profiles.noConsent')}
      </p>
      {profile.isChanged && <p className="late small">{t('office:profiles.changed')}</p>}
      {profile.editedAt && <p className="dim small">{profile.editedBy ? t('office:profiles.edited', { time: dayAndTime(profile.editedAt), name: profile.editedBy }) : t('office:profiles.editedBy', { time: dayAndTime(profile.editedAt) })}</p>}
    </>
  );
}

/** Shows a profile that is agreed to, and withdraws one: each takes the other back. */
export function ShowOrHide({ profile, own }: { profile: ElectedProfile; own: boolean }) {
  const t = useTexts('office');
  const { tell } = useNotices();
  const show = useShowProfile(profile.profileId, own);
  const hide = useHideProfile(profile.profileId, own);
  const named = { name: profile.name };
  const mayShow = profile.hasConsent && profile.text !== '' && (profile.publishedAt === null || profile.isChanged);
  return (
    <>
      <div className="row-of-buttons no-print">
        {mayShow && (
          <Button size="sm" loading={show.isPending} aria-label={t('office:profiles.publishNamed', named)} onClick={() => show.mutate(undefined, { onSuccess: () => tell(t('office:profiles.published', named)) })}>
            {t('office:profiles.publish')}
          </Button>
        )}
        {profile.publishedAt && (
          <Button size="sm" variant="default" loading={hide.isPending} aria-label={t('office:profiles.withdrawNamed', named)} onClick={() => hide.mutate(undefined, { onSuccess: () => tell(t('office:profiles.withdrawn', named)) })}>
            {t('office:profiles.withdraw')}
          </Button>
        )}
      </div>
      {(show.error ?? hide.error) && <ProblemNote error={show.error ?? hide.error} />}
    </>
  );
}
