import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ElectedProfile } from '../api/types';
import classes from '../economy/economy.module.css';
import { useCodes } from '../i18n/codes';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { useProfiles } from './data';
import { ProfileForm } from './ProfileForm';
import { ShowOrHide, Standing } from './Shown';

/** Those who are elected, and how each is presented to the public. */
export default function ProfilesPage() {
  const t = useTexts('office');
  const profiles = useProfiles();
  return (
    <Page title={t('office:profiles.title')} crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('common:place.assignments'), to: '/distrikt/uppdrag' }]} lead={<><p>{t('office:profiles.lead')}</p><p><Link to="/politiker">{t('office:profiles.see')}</Link></p></>}>
      <Answered query={profiles} rows={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title={t('office:profiles.none')} />
          ) : (
            <ul className={classes.rows}>
              {rows.map((row) => (
                <Row key={row.profileId} profile={row} />
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  );
}

function Row({ profile }: { profile: ElectedProfile }) {
  const t = useTexts('office');
  const codes = useCodes();
  const [writing, setWriting] = useState(false);
  return (
    <li>
      <div>
        <p><b>{profile.name}</b></p>
        <p className="small">{[codes('assignment', profile.kind), profile.associationName, profile.area].filter(Boolean).join(' · ')}</p>
        <Standing profile={profile} />
        {writing && <ProfileForm key={profile.version} profile={profile} own={false} close={() => setWriting(false)} />}
      </div>
      {!writing && (
        <div className="row-of-buttons no-print">
          <ShowOrHide profile={profile} own={false} />
          <Button size="sm" variant="default" aria-label={t('office:profiles.editNamed', { name: profile.name })} onClick={() => setWriting(true)}>
            {t('office:profiles.edit')}
          </Button>
        </div>
      )}
    </li>
  );
}
