import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useNow } from '../api/clock';
import { onceKey } from '../api/onceKey';
import { asProblem, fieldErrors } from '../api/problem';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { RegionPositionView } from '../api/types';
import { addDays, dateOf, useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAddPosition, useAdoptPosition, useChangePosition, usePosition, useRemovePosition, useRestore, useUnadoptPosition, useWithdraw } from './data';
import { PositionForm } from './PositionForm';
import { Stands } from './PositionsPage';

/** One position: what it says, what holds, and every version of it. */
export default function PositionPage() {
  const t = useTexts('region');
  const { positionId = '' } = useParams();
  const found = usePosition(positionId);
  return (
    <Page title={found.data?.position.title ?? t('region:position.one')} crumbs={[{ label: t('region:title'), to: '/region' }, { label: t('region:positions.title'), to: '/region/standpunkter' }]}>
      <Answered query={found}>{(view) => <Position view={view} />}</Answered>
    </Page>
  );
}

function Position({ view: { position, history } }: { view: RegionPositionView }) {
  const t = useTexts('region');
  const { dayAndTime } = useFormat();
  const { tell } = useNotices();
  // Asked here, so that the day is known when a form opens.
  useNow();
  const { data: session } = useSession();
  const change = useChangePosition(position.positionId);
  const [doing, setDoing] = useState<'edit' | 'adopt'>();
  const close = () => setDoing(undefined);
  const standing = position.state === 'draft' ? history.find((one) => one.version === position.standingVersion) : undefined;
  if (doing === 'edit') {
    return (
      <PositionForm
        position={position}
        pending={change.isPending}
        error={change.error}
        close={close}
        send={async (content) => {
          await change.mutateAsync({ position: content, read: position.version });
          close();
          tell(t('region:position.saved'));
        }}
      />
    );
  }
  return (
    <>
      <p className="dim small">{t(`region:area.${position.area}`)}</p>
      <Stands position={position} />
      <p className="measure" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', margin: '1rem 0' }}>{position.text}</p>
      <Source source={position.source} link={position.sourceLink} />
      <p className="dim small">{position.editedBy ? t('region:position.edited', { time: dayAndTime(position.editedAt), name: position.editedBy }) : t('region:position.editedBy', { time: dayAndTime(position.editedAt) })}</p>
      {mayInDistrict(session, 'region:work') && (doing === 'adopt' ? <Adopt view={{ position, history }} close={close} /> : <Verbs view={{ position, history }} edit={() => setDoing('edit')} adopt={() => setDoing('adopt')} />)}
      {standing && (
        <section className="section">
          <Title order={2}>{t('region:position.holding')}</Title>
          <p className="measure" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{standing.text}</p>
        </section>
      )}
      <History history={history.slice(1)} />
    </>
  );
}

export function Source({ source, link }: { source: string | null; link: string | null }) {
  const t = useTexts('region');
  if (!source && !link) return null;
  return <p className="small" style={{ overflowWrap: 'anywhere' }}>{t('region:ours.source', { source: source ?? '' })} {link && <a href={link} rel="noreferrer">{link}</a>}</p>;
}

function Verbs({ view: { position, history }, edit, adopt }: { view: RegionPositionView; edit: () => void; adopt: () => void }) {
  const t = useTexts('region');
  const { tell } = useNotices();
  const go = useNavigate();
  const unadopt = useUnadoptPosition(position.positionId);
  const withdraw = useWithdraw(position.positionId);
  const restore = useRestore(position.positionId);
  const remove = useRemovePosition(position.positionId);
  const add = useAddPosition();
  const [keyFor] = useState(onceKey);
  const { area, title, text, source, sourceLink } = position;
  const content = { area, title, text, source, sourceLink };
  const putBack = () => void add.mutateAsync({ position: content, key: keyFor(content) }).then(() => tell(t('region:position.backAgain')), () => tell(t('region:position.notBack')));
  const restoreIt = () => restore.mutate(undefined, { onSuccess: () => tell(t('region:position.restored')) });
  const error = unadopt.error ?? withdraw.error ?? restore.error ?? remove.error;
  return (
    <>
      {error && <ProblemNote error={error} />}
      <div className="row-of-buttons no-print" style={{ marginTop: '1.5rem' }}>
        {position.state === 'draft' && <Button onClick={adopt}>{t('region:position.adopt')}</Button>}
        {position.state === 'withdrawn' && <Button loading={restore.isPending} onClick={restoreIt}>{t('region:position.restore')}</Button>}
        <Button variant="default" onClick={edit}>{t('region:position.change')}</Button>
        {position.state === 'adopted' && (
          <>
            <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined, { onSuccess: () => tell(t('region:position.withdrawDone'), restoreIt) })}>{t('region:position.withdraw')}</Button>
            <Button variant="default" loading={unadopt.isPending} onClick={() => unadopt.mutate(undefined, { onSuccess: () => tell(t('region:position.adoptionBack')) })}>{t('region:position.adoptionUndo')}</Button>
          </>
        )}
        {!history.some((one) => one.state === 'adopted') && (
          <Button
            variant="default"
            loading={remove.isPending}
            onClick={() =>
              void remove.mutateAsync(undefined).then(
                () => {
                  tell(t('region:position.removed'), putBack);
                  void go('/region/standpunkter');
                },
                () => undefined,
              )
            }
          >
            {t('region:position.remove')}
          </Button>
        )}
      </div>
    </>
  );
}

function Adopt({ view: { position }, close }: { view: RegionPositionView; close: () => void }) {
  const t = useTexts('region');
  const { tell } = useNotices();
  const today = dateOf(useNow());
  const adopt = useAdoptPosition(position.positionId);
  const unadopt = useUnadoptPosition(position.positionId);
  const form = useFields({ on: today }, { on: (value) => (value && value <= today && value >= addDays(today, -3650) ? null : t('region:position.fault.on')) });
  const takeBack = () => unadopt.mutate(undefined, { onSuccess: () => tell(t('region:position.adoptionBack')) });
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1.5rem' }}
      noValidate
      onSubmit={form.submit(({ on }) =>
        adopt.mutate(
          { on, read: position.version },
          {
            onSuccess: () => {
              close();
              tell(t('region:position.adoptDone'), takeBack);
            },
            onError: (error) => form.refuse(fieldErrors(asProblem(error))),
          },
        ),
      )}
    >
      <ErrorSummary errors={form.errors} attempt={form.attempt} />
      <DateField id="on" label={t('region:position.on')} max={today} value={form.values.on} onChange={(value) => form.set('on', value)} error={form.errors.on} />
      {adopt.error && <ProblemNote error={adopt.error} kept />}
      <SubmitOrCancel verb={t('region:position.adoptVerb')} pending={adopt.isPending} cancel={close} />
    </form>
  );
}

function History({ history }: { history: RegionPositionView['history'] }) {
  const t = useTexts('region');
  const { shortDay, dayAndTime } = useFormat();
  if (history.length === 0) return null;
  const stands = (one: RegionPositionView['history'][number]) => (one.state === 'adopted' ? t('region:standing.adopted', { date: shortDay(one.adoptedOn ?? '') }) : t(`region:standing.${one.state}`));
  return (
    <section className="section" aria-labelledby="versioner">
      <Title order={2} id="versioner" mb="sm">{t('region:position.history')}</Title>
      {history.map((one) => (
        <details key={one.version} style={{ padding: '0.5rem 0' }}>
          <summary>{[t('region:position.version', { version: one.version }), dayAndTime(one.editedAt), one.editedBy, stands(one)].filter(Boolean).join(' · ')}</summary>
          <p style={{ marginTop: '0.5rem' }}><b>{one.title}</b></p>
          <p className="measure" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{one.text}</p>
        </details>
      ))}
    </section>
  );
}
