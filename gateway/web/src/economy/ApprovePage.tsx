import { Button, InputBase } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Claim } from '../api/types';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { Note } from '../ui/Note';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { ClaimDetails } from './ClaimDetails';
import { useApprove, useClaim, useRefuseClaim, useSendBack, useTakeBackApproval } from './data';

/** Somebody else's claim: looked at, approved, sent back or refused. One's own is read only. */
export default function ApprovePage() {
  const t = useTexts('economy');
  const { claimId = '' } = useParams();
  const found = useClaim(claimId);
  return (
    <Page title={found.data?.claim.purpose ?? t('economy:own.one')} crumbs={[{ label: t('economy:page.title'), to: '/distrikt/ekonomi' }]} wide>
      <Answered query={found}>
        {(claim) => (
          <>
            <ClaimDetails claim={claim} receiptsAt={`/api/members/economy/claims/${claimId}/receipts`} />
            <Decide claim={claim} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Decide({ claim }: { claim: Claim }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const [asking, setAsking] = useState<'refuse' | 'sendBack'>();
  const row = claim.claim;
  const approve = useApprove(row.claimId);
  const takeBack = useTakeBackApproval(row.claimId);
  const error = approve.error ?? takeBack.error;
  const undo = () => takeBack.mutate(undefined, { onSuccess: () => tell(t('economy:decide.takenBack')) });
  if (row.isMine) {
    return (
      <div style={{ marginTop: '2rem' }}>
        <Note kind="information" title={t('economy:decide.own')} />
      </div>
    );
  }
  return (
    <div className="no-print" style={{ marginTop: '2rem' }}>
      {error && <ProblemNote error={error} />}
      <div className="row-of-buttons">
        {row.state === 'submitted' && !row.approvedByMe && (
          <>
            <Button loading={approve.isPending} onClick={() => approve.mutate(undefined, { onSuccess: () => tell(t('economy:decide.approved'), undo) })}>
              {t('economy:decide.approve')}
            </Button>
            <Button variant="default" onClick={() => setAsking('sendBack')}>{t('economy:decide.sendBack')}</Button>
            <Button variant="default" onClick={() => setAsking('refuse')}>{t('economy:decide.refuse')}</Button>
          </>
        )}
        {row.approvedByMe && !row.isOnList && (row.state === 'submitted' || row.state === 'approved') && (
          <Button variant="default" loading={takeBack.isPending} onClick={undo}>{t('economy:decide.takeBack')}</Button>
        )}
      </div>
      {asking && <WithReason claim={claim} verb={asking} close={() => setAsking(undefined)} />}
    </div>
  );
}

function WithReason({ claim, verb, close }: { claim: Claim; verb: 'refuse' | 'sendBack'; close: () => void }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const refuse = useRefuseClaim(claim.claim.claimId);
  const sendBack = useSendBack(claim.claim.claimId);
  const doing = verb === 'refuse' ? refuse : sendBack;
  const form = useFields({ reason: '' }, { reason: (value) => (value.trim() ? null : t('economy:fault.reason')) });
  return (
    <Confirm title={t(verb === 'refuse' ? 'economy:decide.refuseAsk' : 'economy:decide.sendBackAsk', { name: claim.claim.claimant, purpose: claim.claim.purpose })} open close={close}>
      <form
        className="form"
        noValidate
        onSubmit={form.submit(({ reason }) => {
          doing.mutate(reason.trim(), {
            onSuccess: () => {
              close();
              tell(t(verb === 'refuse' ? 'economy:decide.refused' : 'economy:decide.sentBack'));
            },
          });
        })}
      >
        <InputBase component="textarea" multiline rows={4} maxLength={1000} label={t(verb === 'refuse' ? 'economy:decide.reason' : 'economy:decide.missing')} {...form.text('reason')} />
        {doing.error && <ProblemNote error={doing.error} kept />}
        <SubmitOrCancel verb={t(verb === 'refuse' ? 'economy:decide.refuse' : 'economy:decide.sendBack')} pending={doing.isPending} cancel={close} />
      </form>
    </Confirm>
  );
}
