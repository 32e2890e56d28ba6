import { useState } from 'react';
import { useParams } from 'react-router';
import { useAssociationNames } from '../api/associations';
import { may } from '../api/rights';
import { useSession } from '../api/session';
import type { CorrectionsDone, CorrectionsPreview } from '../api/types';
import { Missing } from '../ui/Missing';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { ChooseFile } from './ChooseFile';
import type { Chosen } from './data';
import { Done } from './Done';
import { History } from './History';
import { Preview } from './Preview';

type Step = { kind: 'choose' } | { kind: 'look'; chosen: Chosen; preview: CorrectionsPreview; moved?: boolean } | { kind: 'done'; done: CorrectionsDone };

/** Corrections of an association's members from a file: chosen, looked through, applied; below, those so far. */
export default function CorrectionsPage() {
  const t = useTexts('corrections');
  const { id = '' } = useParams();
  const nameOf = useAssociationNames();
  const { data: session } = useSession();
  const [step, setStep] = useState<Step>({ kind: 'choose' });
  const again = () => setStep({ kind: 'choose' });
  if (!may(session, 'register:edit', id)) {
    return (
      <Page title={t('common:missing.title')}>
        <Missing />
      </Page>
    );
  }
  return (
    <Page
      title={t('corrections:title')}
      lead={t('corrections:lead')}
      crumbs={[
        { label: nameOf(id), to: `/forening/${id}` },
        { label: t('common:place.people'), to: `/forening/${id}/medlemmar` },
      ]}
      wide
    >
      {step.kind === 'choose' && <ChooseFile association={id} chosen={(chosen, preview) => setStep({ kind: 'look', chosen, preview })} />}
      {step.kind === 'look' && (
        <Preview
          key={step.preview.digest}
          association={id}
          chosen={step.chosen}
          preview={step.preview}
          moved={step.moved}
          anew={(preview) => setStep({ ...step, preview, moved: true })}
          applied={(done) => setStep({ kind: 'done', done })}
          another={again}
        />
      )}
      {step.kind === 'done' && <Done association={id} done={step.done} another={again} />}
      <History association={id} shownAbove={step.kind === 'done' ? step.done.correctionId : undefined} />
    </Page>
  );
}
