import { Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Profile } from '../api/types';
import { useFormat } from '../i18n/dates';
import { useTexts } from '../ui/useTexts';
import classes from './Mark.module.css';

/** What has happened to the association, the latest first. */
export function History({ profile }: { profile: Profile }) {
  const t = useTexts('associations');
  const { longDay } = useFormat();
  return (
    <section className="section" id="historik">
      <Title order={2}>{t('associations:history.title')}</Title>
      {profile.history.length === 0 ? (
        <p className="dim">{t('associations:history.empty')}</p>
      ) : (
        <ul className={classes.list}>
          {profile.history.map((entry, index) => (
            <li key={index}>
              <b>{t(`associations:history.${entry.what}`)}</b> {entry.otherId && <Link to={`/forening/${entry.otherId}/om`}>{entry.otherName}</Link>} <span className="dim">{longDay(entry.since)}</span>
              {entry.reason && <div>{entry.reason}</div>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
