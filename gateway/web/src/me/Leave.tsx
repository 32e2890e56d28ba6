import { Button, InputBase, Title } from '@mantine/core';
import { useState } from 'react';
import { useLeave } from '../register/data';
import { Confirm } from '../ui/Confirm';
import { ProblemNote } from '../ui/ProblemNote';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';

/** Leaving the party by one's own word. Afterwards nobody is signed in any more, so the whole app begins anew. */
export function Leave() {
  const t = useTexts('people');
  const [asking, setAsking] = useState(false);
  const leave = useLeave();
  const form = useFields({ reason: '' });
  return (
    <section className="section no-print">
      <Title order={2}>{t('people:leave.title')}</Title>
      <div className="flow">
        <p>{t('people:leave.about')}</p>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('people:leave.verb')}
        </Button>
      </div>
      {asking && (
        <Confirm title={t('people:leave.ask')} open close={() => setAsking(false)}>
          <form
            className="form"
            noValidate
            onSubmit={form.submit(({ reason }) => void leave.mutateAsync(reason.trim() || null).then(() => window.location.assign('/'), () => undefined))}
          >
            <InputBase component="textarea" multiline rows={3} maxLength={2000} label={t('people:leave.reason')} {...form.text('reason')} />
            {leave.error && <ProblemNote error={leave.error} kept />}
            <SubmitOrCancel verb={t('people:leave.verb')} pending={leave.isPending} cancel={() => setAsking(false)} />
          </form>
        </Confirm>
      )}
    </section>
  );
}
