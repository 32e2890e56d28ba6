import { Button, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useLocation, useParams } from 'react-router';
import { may, mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { Profile } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Facts } from '../ui/Facts';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { showPhone } from '../ui/phone';
import { useTexts } from '../ui/useTexts';
import { Board } from './Board';
import { ChangeState } from './ChangeState';
import { ContactForm } from './ContactForm';
import { useProfile } from './data';
import { History } from './History';
import { Meetings } from './Meetings';
import { OwnHealth } from './OwnHealth';

/** An association: how it stands, how it is reached, its board, its annual meetings and what has happened to it. */
export default function AssociationPage() {
  const t = useTexts('associations');
  const { id = '' } = useParams();
  const { data: session } = useSession();
  const profile = useProfile(id);
  return (
    <Page
      title={profile.data?.name ?? t('associations:profile.title')}
      lead={profile.data && <Standing profile={profile.data} />}
      crumbs={mayInDistrict(session, 'statistics:read') ? [{ label: t('common:area.district'), to: '/distrikt' }, { label: t('common:place.associations'), to: '/distrikt/foreningar' }] : undefined}
      wide
    >
      <Answered query={profile} rows={8}>
        {(one) => <Sections profile={one} />}
      </Answered>
    </Page>
  );
}

function Standing({ profile }: { profile: Profile }) {
  const t = useTexts('associations');
  const receives = profile.receives.join(', ');
  return (
    <p>
      {!profile.isDistrict && <>{t(`associations:stateLong.${profile.state}`)} </>}
      {receives ? t('associations:profile.receives', { places: receives }) : profile.municipalityName && t('associations:profile.lies', { place: profile.municipalityName })}
    </p>
  );
}

function Sections({ profile }: { profile: Profile }) {
  const t = useTexts('associations');
  const { longDay } = useFormat();
  const { hash } = useLocation();
  const { data: session } = useSession();
  const ended = profile.state === 'ended';
  const edits = !ended && may(session, 'association:edit', profile.id);
  const manages = !ended && may(session, 'associations:manage', profile.id);

  // An address may point at a part of the page, which is there only now.
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);

  return (
    <>
      {ended && profile.mergedInto && (
        <Note kind="information" title={t('associations:profile.ended', { date: profile.endedOn ? longDay(profile.endedOn) : '' })}>
          <Link to={`/forening/${profile.mergedInto}/om`}>{profile.mergedIntoName}</Link>
        </Note>
      )}
      {!ended && !profile.isDistrict && <OwnHealth id={profile.id} />}
      <Contact key={profile.version} profile={profile} edits={edits} manages={manages} />
      <Board profile={profile} />
      {!profile.isDistrict && <Meetings profile={profile} edits={edits} />}
      <History profile={profile} />
      {manages && !profile.isDistrict && <ChangeState key={profile.version} profile={profile} />}
    </>
  );
}

function Contact({ profile, edits, manages }: { profile: Profile; edits: boolean; manages: boolean }) {
  const t = useTexts('associations');
  const [editing, setEditing] = useState(false);
  const unknown = <span className="dim">{t('associations:profile.notTold')}</span>;
  const place = [profile.address, [profile.postalCode?.replace(/^(\d{3})(\d{2})$/, '$1 $2'), profile.town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <section className="section" id="kontakt">
      <Title order={2}>{t('associations:profile.contact')}</Title>
      {editing ? (
        <ContactForm profile={profile} full={manages} close={() => setEditing(false)} />
      ) : (
        <>
          <Facts
            items={[
              [t('associations:form.email'), profile.email ? <a href={`mailto:${profile.email}`}>{profile.email}</a> : unknown],
              [t('associations:form.phone'), profile.phone ? <a href={`tel:${profile.phone}`}>{showPhone(profile.phone)}</a> : unknown],
              [t('associations:form.web'), profile.web ? <a href={profile.web} rel="noreferrer">{profile.web.replace(/^https?:\/\//, '')}</a> : unknown],
              [t('associations:form.address'), place || unknown],
              [t('associations:form.meetingPlace'), profile.meetingPlace ?? unknown],
              [t('associations:form.giro'), profile.giro ? profile.giro.replace(/(\d{4})$/, '-$1') : unknown],
              [t('associations:form.organisationNumber'), profile.organisationNumber ? profile.organisationNumber.replace(/(\d{4})$/, '-$1') : unknown],
            ]}
          />
          {(edits || manages) && (
            <Button className="no-print" variant="default" mt="md" onClick={() => setEditing(true)}>
              {manages ? t('associations:profile.edit') : t('associations:profile.editContact')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
