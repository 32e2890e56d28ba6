import { Button } from '@mantine/core';
import { answer, api } from '../api/client';
import { useRead } from '../api/light';
import type { Politician } from '../api/types';
import { Empty } from '../ui/Empty';
import { Loading } from '../ui/Loading';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import classes from './PoliticiansPage.module.css';

const kinds = ['memberOfParliament', 'regionCouncillor', 'districtChair', 'districtTreasurer', 'districtBoardMember', 'districtDeputy', 'chair'] as const;

/** Those who are elected, as they present themselves; open to everyone. */
export default function PoliticiansPage() {
  const t = useTexts('politicians');
  const { data: people, error, again } = useRead('politicians', () => answer(api.GET('/api/communications/profiles')));
  return (
    <Page title={t('politicians:title')} lead={t('politicians:lead')}>
      {error !== undefined && (
        <Note kind="problem" title={t('politicians:failed')}>
          <Button variant="default" size="sm" mt="sm" onClick={again}>{t('politicians:again')}</Button>
        </Note>
      )}
      {error === undefined && !people && <Loading rows={4} />}
      {people && (people.length === 0 ? <Empty title={t('politicians:none')}>{t('politicians:noneHelp')}</Empty> : <ul className={classes.people}>{people.map((one) => <Person key={one.profileId} person={one} />)}</ul>)}
    </Page>
  );
}

function Person({ person }: { person: Politician }) {
  const t = useTexts('politicians');
  const kind = kinds.find((one) => one === person.kind);
  return (
    <li id={person.profileId}>
      {person.portrait ? <img src={person.portrait} alt={t('politicians:portrait', { name: person.name })} width={120} height={150} loading="lazy" /> : <div className={classes.none} aria-hidden="true">{initials(person.name)}</div>}
      <div>
        <h2>{person.name}</h2>
        <p className="dim">{[kind && t(`politicians:kind.${kind}`), person.area].filter(Boolean).join(' · ')}</p>
        <p className={classes.text}>{person.text}</p>
        <p className={classes.ways}>
          {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
          {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}
          {person.web && <a href={person.web} rel="noreferrer">{person.web.replace(/^https?:\/\//, '')}</a>}
        </p>
      </div>
    </li>
  );
}

const initials = (name: string) => name.split(' ').map((part) => part[0]).join('').slice(0, 2);
