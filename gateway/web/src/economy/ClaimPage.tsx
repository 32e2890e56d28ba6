import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { Claim } from '../api/types';
import { Answered } from '../ui/Answered';
import { Confirm } from '../ui/Confirm';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { ClaimDetails } from './ClaimDetails';
import { EditClaim } from './ClaimForm';
import { useAddReceipt, useOwnClaim, useRemoveClaim, useRemoveReceipt, useSubmitClaim, useWithdrawClaim } from './data';

/** One's own claim: completed and handed in while it is a draft, followed after that. */
export default function ClaimPage() {
  const t = useTexts('economy');
  const { claimId = '' } = useParams();
  const found = useOwnClaim(claimId);
  return (
    <Page title={found.data?.claim.purpose ?? t('economy:own.one')} crumbs={[{ label: t('economy:own.title'), to: '/min-sida/utlagg' }]} wide>
      <Answered query={found}>{(claim) => <Own claim={claim} />}</Answered>
    </Page>
  );
}

function Own({ claim }: { claim: Claim }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const go = useNavigate();
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const id = claim.claim.claimId;
  const isDraft = claim.claim.state === 'draft';
  const submit = useSubmitClaim(id);
  const withdraw = useWithdrawClaim(id);
  const remove = useRemoveClaim(id);
  const removeReceipt = useRemoveReceipt(id);
  const error = submit.error ?? withdraw.error ?? remove.error ?? removeReceipt.error;
  if (editing) return <EditClaim claim={claim} close={() => setEditing(false)} />;
  return (
    <>
      <ClaimDetails
        claim={claim}
        receiptsAt={`/api/members/claims/${id}/receipts`}
        receiptVerb={
          isDraft
            ? (file) => (
                <Button variant="default" size="sm" className="no-print" aria-label={t('economy:receipt.remove', { name: file.name })} onClick={() => removeReceipt.mutate(file.fileId)}>
                  {t('common:action.remove')}
                </Button>
              )
            : undefined
        }
      />
      {isDraft && <AddReceipt id={id} />}
      {error && <ProblemNote error={error} />}
      <div className="row-of-buttons no-print" style={{ marginTop: '2rem' }}>
        {isDraft && (
          <>
            <Button loading={submit.isPending} onClick={() => submit.mutate(undefined, { onSuccess: () => tell(t('economy:own.submitted'), () => withdraw.mutate(undefined, { onSuccess: () => tell(t('economy:own.withdrawn')) })) })}>
              {t('economy:own.submit')}
            </Button>
            <Button variant="default" onClick={() => setEditing(true)}>{t('economy:own.edit')}</Button>
            <Button variant="default" onClick={() => setRemoving(true)}>{t('economy:own.remove')}</Button>
          </>
        )}
        {claim.claim.state === 'submitted' && (
          <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined, { onSuccess: () => tell(t('economy:own.withdrawn')) })}>
            {t('economy:own.withdraw')}
          </Button>
        )}
      </div>
      <Confirm title={t('economy:own.removeAsk', { purpose: claim.claim.purpose })} open={removing} close={() => setRemoving(false)}>
        <p>{t('economy:own.removeHelp')}</p>
        <div className="row-of-buttons" style={{ marginTop: '1rem' }}>
          <Button
            loading={remove.isPending}
            onClick={() =>
              void remove.mutateAsync(undefined).then(
                () => {
                  tell(t('economy:own.removed'));
                  void go('/min-sida/utlagg');
                },
                () => setRemoving(false),
              )
            }
          >
            {t('economy:own.remove')}
          </Button>
          <Button variant="default" onClick={() => setRemoving(false)}>{t('common:action.cancel')}</Button>
        </div>
      </Confirm>
    </>
  );
}

function AddReceipt({ id }: { id: string }) {
  const t = useTexts('economy');
  const { tell } = useNotices();
  const input = useRef<HTMLInputElement>(null);
  const add = useAddReceipt(id);
  return (
    <div className="flow no-print" style={{ marginTop: '1rem' }}>
      <input
        ref={input}
        id="receipt"
        type="file"
        hidden
        accept=".pdf,.jpg,.jpeg,.png,.webp,.heic,application/pdf,image/*"
        tabIndex={-1}
        aria-label={t('economy:receipt.add')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (file) add.mutate(file, { onSuccess: () => tell(t('economy:receipt.added')) });
        }}
      />
      <Button variant="default" loading={add.isPending} onClick={() => input.current?.click()}>
        {t('economy:receipt.add')}
      </Button>
      <p className="dim small">{t('economy:receipt.help')}</p>
      {add.error && <ProblemNote error={add.error} />}
    </div>
  );
}
