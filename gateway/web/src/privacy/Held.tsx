import { Title } from '@mantine/core';
import { useCodes } from '../i18n/codes';
import { Facts } from '../ui/Facts';
import { useTexts } from '../ui/useTexts';
import type { useMyData } from './data';
import classes from './Held.module.css';

type Kind = NonNullable<ReturnType<typeof useMyData>['data']>['kinds'][number];

/** Every kind of data: what it is, what for, on which basis, for how long and where. */
export function Held({ kinds }: { kinds: Kind[] }) {
  const t = useTexts('privacy');
  const codes = useCodes();
  return (
    <section className="section">
      <Title order={2}>{t('privacy:mine.held')}</Title>
      <p className="dim">{t('privacy:mine.heldHelp')}</p>
      {kinds.map((kind) => (
        <details key={kind.code} className={classes.kind}>
          <summary>
            {kind.name} <span className="dim">{kind.services.includes('members') ? t('privacy:mine.rows', { count: kind.count }) : t('privacy:mine.elsewhere')}</span>
          </summary>
          <Facts
            items={[
              [t('privacy:mine.what'), kind.what],
              [t('privacy:mine.purpose'), kind.purpose],
              [t('privacy:mine.basis'), kind.basis],
              [t('privacy:mine.kept'), kind.kept],
              [t('privacy:mine.where'), kind.services.map((service) => codes('privacyService', service)).join(', ')],
            ]}
          />
        </details>
      ))}
    </section>
  );
}
