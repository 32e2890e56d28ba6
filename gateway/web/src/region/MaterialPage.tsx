import { Button, Title } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useNow } from '../api/clock';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import type { MaterialView } from '../api/types';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { DataTable } from '../ui/DataTable';
import { Facts } from '../ui/Facts';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useAttach, useChangeMaterial, useDetach, useMaterial, useTakeBackMaterial } from './data';
import { MaterialForm } from './MaterialForm';
import { Valid } from './MaterialsPage';

/** One piece of material, and which associations have read it. */
export default function MaterialPage() {
  const t = useTexts('region');
  const { materialId = '' } = useParams();
  const found = useMaterial(materialId);
  return (
    <Page title={found.data?.material.title ?? t('region:material.one')} crumbs={[{ label: t('region:title'), to: '/region' }, { label: t('region:material.title'), to: '/region/underlag' }]} wide>
      <Answered query={found}>{(view) => <Material view={view} />}</Answered>
    </Page>
  );
}

function Material({ view: { material, readers } }: { view: MaterialView }) {
  const t = useTexts('region');
  const { shortDay } = useFormat();
  const { tell } = useNotices();
  // Asked here, so that the day is known when a form opens.
  useNow();
  const { data: session } = useSession();
  const change = useChangeMaterial(material.materialId);
  const [doing, setDoing] = useState<'edit' | 'takeBack'>();
  const close = () => setDoing(undefined);
  const stands = (one: MaterialView['readers'][number]) => (one.readAt ? <span className="good">{t('region:material.readOn', { date: shortDay(one.readAt) })}</span> : <span className="dim">{t('region:material.unread')}</span>);
  if (doing === 'edit') {
    return (
      <MaterialForm
        material={material}
        pending={change.isPending}
        error={change.error}
        close={close}
        send={async (content) => {
          await change.mutateAsync({ material: content, read: material.version });
          close();
          tell(t('region:material.saved'));
        }}
      />
    );
  }
  return (
    <>
      <Facts
        items={[
          [t('region:material.area'), t(`region:area.${material.area}`)],
          [t('region:material.publishedOn'), material.publishedBy ? t('region:material.publishedBy', { date: shortDay(material.publishedAt), name: material.publishedBy }) : shortDay(material.publishedAt)],
          [t('region:material.until'), <Valid key="valid" material={material} />],
          ...(material.link ? [[t('region:material.link'), <a key="link" href={material.link} rel="noreferrer">{material.link}</a>] as [string, React.ReactNode]] : []),
          ...(material.file ? [[t('region:material.file'), <a key="file" href={`/api/members/region/material/${material.materialId}/file`} download>{material.file.name}</a>] as [string, React.ReactNode]] : []),
        ]}
      />
      <p style={{ whiteSpace: 'pre-line', marginTop: '1rem', overflowWrap: 'anywhere' }} className="measure">{material.body}</p>
      {mayInDistrict(session, 'region:publish') && <Verbs material={material} edit={() => setDoing('edit')} takeBack={() => setDoing('takeBack')} />}
      <section className="section">
        <Title order={2} mb="sm">{t('region:material.read', { read: material.read, all: material.associations })}</Title>
        <DataTable
          caption={t('region:material.readers')}
          rows={readers}
          rowKey={(one) => one.associationId}
          columns={[
            { key: 'association', header: t('region:material.association'), cell: (one) => <b>{one.association}</b> },
            { key: 'read', header: t('region:material.readAt'), cell: stands },
          ]}
          secondLine={stands}
        />
      </section>
      {doing === 'takeBack' && <TakeBack id={material.materialId} close={close} />}
    </>
  );
}

function Verbs({ material, edit, takeBack }: { material: MaterialView['material']; edit: () => void; takeBack: () => void }) {
  const t = useTexts('region');
  const { tell } = useNotices();
  const input = useRef<HTMLInputElement>(null);
  const attach = useAttach(material.materialId);
  const detach = useDetach(material.materialId);
  const error = attach.error ?? detach.error;
  return (
    <>
      {error && <ProblemNote error={error} />}
      <div className="row-of-buttons no-print" style={{ marginTop: '1.5rem' }}>
        <input
          ref={input}
          type="file"
          hidden
          tabIndex={-1}
          accept=".pdf,.jpg,.jpeg,.png,.webp,.heic,application/pdf,image/*"
          aria-label={t('region:material.attach')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) attach.mutate(file, { onSuccess: () => tell(t('region:material.attached')) });
            event.currentTarget.value = '';
          }}
        />
        <Button variant="default" loading={attach.isPending} onClick={() => input.current?.click()}>{t(material.file ? 'region:material.replace' : 'region:material.attach')}</Button>
        {material.file && <Button variant="default" loading={detach.isPending} onClick={() => detach.mutate(undefined, { onSuccess: () => tell(t('region:material.detached')) })}>{t('region:material.detach')}</Button>}
        <Button variant="default" onClick={edit}>{t('region:material.change')}</Button>
        {material.read === 0 && <Button variant="default" onClick={takeBack}>{t('region:material.takeBack')}</Button>}
      </div>
      <p className="dim small no-print" style={{ marginTop: '0.5rem' }}>{t('region:material.fileHelp')}</p>
    </>
  );
}

function TakeBack({ id, close }: { id: string; close: () => void }) {
  const t = useTexts('region');
  const { tell } = useNotices();
  const go = useNavigate();
  const takeBack = useTakeBackMaterial();
  return (
    <Confirm title={t('region:material.takeBackAsk')} open close={close}>
      <p>{t('region:material.takeBackHelp')}</p>
      {takeBack.error && <ProblemNote error={takeBack.error} />}
      <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
        <Button
          loading={takeBack.isPending}
          onClick={() =>
            void takeBack.mutateAsync(id).then(
              () => {
                tell(t('region:material.takenBack'));
                void go('/region/underlag');
              },
              () => undefined,
            )
          }
        >
          {t('region:material.takeBack')}
        </Button>
        <Button variant="default" onClick={close}>{t('common:action.cancel')}</Button>
      </div>
    </Confirm>
  );
}
