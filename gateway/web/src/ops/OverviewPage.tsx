import { Title } from '@mantine/core';
import type { Platform } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Icon } from '../ui/Icon';
import { Note } from '../ui/Note';
import { useTexts } from '../ui/useTexts';
import { Backups } from './Backups';
import { usePlatform } from './data';
import { History } from './History';
import { OpsPage } from './OpsPage';
import { Partners } from './Partners';
import { useTroubleWords } from './troubles';

/** For the volunteer at 23.00: what is wrong and since when; then every part, how it has been, and what protects it. */
export default function OverviewPage() {
  const t = useTexts('ops');
  const platform = usePlatform();
  return (
    <OpsPage title={t('common:area.ops')}>
      <Answered query={platform} rows={8}>
        {(now) => (
          <>
            <Verdict platform={now} silent={platform.isRefetchError} />
            <Parts platform={now} />
            <History />
            <Backups backups={now.backups} />
            <Partners partners={now.partners} />
          </>
        )}
      </Answered>
    </OpsPage>
  );
}

function Verdict({ platform: { seenAt, troubles, parts }, silent }: { platform: Platform; silent: boolean }) {
  const t = useTexts('ops');
  const codes = useCodes();
  const words = useTroubleWords();
  const { dayAndTime } = useFormat();
  // What has only just begun may be over by the next look.
  const lasting = troubles.filter((one) => one.raised);
  const known = new Set(lasting.filter((one) => one.name === 'health').map((one) => one.service));
  const unwell = parts.filter((part) => !part.isWell && !known.has(part.name));
  const count = lasting.length + unwell.length;
  if (!seenAt) return <Note kind="information" title={t('ops:now.notYet')} />;
  return (
    <Note kind={count === 0 ? 'success' : 'problem'} title={count === 0 ? t('ops:now.allWell') : t('ops:now.unwell', { count })}>
      {count > 0 && (
        <ul style={{ paddingLeft: '1.2rem' }}>
          {lasting.map((one) => (
            <li key={`${one.service} ${one.name} ${one.label}`}>
              {words(one)} <span className="dim">{t('ops:now.since', { time: dayAndTime(one.since) })}</span>
            </li>
          ))}
          {unwell.map((part) => (
            <li key={part.name}>{t('ops:trouble.health', { part: codes('part', part.name) })}</li>
          ))}
        </ul>
      )}
      <p>{t('ops:now.seen', { time: dayAndTime(seenAt) })}</p>
      {silent && <p>{t('ops:now.silent')}</p>}
    </Note>
  );
}

type FigureName = 'vpvarmland.outbox.depth' | 'vpvarmland.outbox.age' | 'vpvarmland.inbox.waiting' | 'vpvarmland.inbox.set_aside';

function Parts({ platform: { parts, readings } }: { platform: Platform }) {
  const t = useTexts('ops');
  const codes = useCodes();
  const { dayAndTime, number, span } = useFormat();
  const reading = (service: string, name: FigureName) => readings.find((one) => one.service === service && one.name === name)?.value;
  const count = (service: string, name: FigureName) => {
    const value = reading(service, name);
    return value === undefined ? '–' : number(value);
  };
  const outbox = (service: string) => {
    const [depth, age] = [reading(service, 'vpvarmland.outbox.depth'), reading(service, 'vpvarmland.outbox.age')];
    return depth ? t('ops:parts.outboxAge', { count: depth, time: span(new Date(0), new Date((age ?? 0) * 1000)) }) : count(service, 'vpvarmland.outbox.depth');
  };
  return (
    <section className="section" aria-labelledby="delar">
      <Title order={2} id="delar">
        {t('ops:parts.title')}
      </Title>
      <DataTable
        caption={t('ops:parts.title')}
        rows={[...parts].sort((one, other) => Number(one.isWell) - Number(other.isWell))}
        rowKey={(part) => part.name}
        columns={[
          { key: 'part', header: t('ops:parts.part'), cell: (part) => codes('part', part.name) },
          {
            key: 'state',
            header: t('ops:parts.state'),
            onPhone: true,
            cell: (part) => (
              <span className={part.isWell ? 'good' : 'late'} style={part.isWell ? { whiteSpace: 'nowrap' } : undefined}>
                <Icon name={part.isWell ? 'tick' : 'attention'} size={16} /> {part.isWell ? t('ops:parts.well') : part.says ?? t('ops:parts.unwell')}
              </span>
            ),
          },
          { key: 'outbox', header: t('ops:parts.outbox'), cell: (part) => outbox(part.name), numeric: true },
          { key: 'waiting', header: t('ops:parts.waiting'), cell: (part) => count(part.name, 'vpvarmland.inbox.waiting'), numeric: true },
          { key: 'aside', header: t('ops:parts.setAside'), cell: (part) => count(part.name, 'vpvarmland.inbox.set_aside'), numeric: true },
          { key: 'version', header: t('ops:parts.version'), cell: (part) => (part.version ? <span title={part.version}>{part.version.split('+')[0]}</span> : '–') },
          { key: 'started', header: t('ops:parts.started'), cell: (part) => (part.startedAt ? dayAndTime(part.startedAt) : '–') },
        ]}
        secondLine={(part) => (part.version ? t('ops:parts.line', { outbox: count(part.name, 'vpvarmland.outbox.depth'), waiting: count(part.name, 'vpvarmland.inbox.waiting'), aside: count(part.name, 'vpvarmland.inbox.set_aside'), version: part.version.split('+')[0] }) : null)}
      />
    </section>
  );
}
