import { Button, InputBase, Title } from '@mantine/core';
import { useState } from 'react';
import type { PrivacyRequest } from '../api/types';
import { Confirm } from '../ui/Confirm';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useAnswer } from './data';

/** Grants or refuses, always with words to the person. Only an erasure is asked about twice: it cannot be undone. */
export function AnswerForm({ request, mayGrant }: { request: PrivacyRequest; mayGrant: boolean }) {
  const t = useTexts('privacy');
  const [asking, setAsking] = useState(false);
  const decide = useAnswer(request.requestId);
  const form = useFields({ answer: '' }, { answer: (value) => (value.trim() ? null : t('privacy:request.text')) });
  const send = (granted: boolean) => form.submit(({ answer }) => decide.mutate({ granted, answer: answer.trim() }, { onSettled: () => setAsking(false) }));
  const grant = form.submit(() => setAsking(true));
  return (
    <section className="section no-print">
      <Title order={2}>{t('privacy:request.answer')}</Title>
      <form className="form" noValidate onSubmit={request.kind === 'erasure' ? grant : send(true)}>
        {request.kind === 'correction' && <p className="dim">{t('privacy:request.correctFirst')}</p>}
        <InputBase component="textarea" multiline rows={4} maxLength={2000} label={t('privacy:request.text')} description={t('privacy:request.textHelp')} {...form.text('answer')} />
        {decide.error && <ProblemNote error={decide.error} kept />}
        <div className="row-of-buttons">
          <Button type="submit" disabled={!mayGrant} loading={decide.isPending}>
            {t('privacy:request.grant')}
          </Button>
          <Button variant="default" loading={decide.isPending} onClick={(event) => send(false)(event as never)}>
            {t('privacy:request.refuse')}
          </Button>
        </div>
      </form>
      {asking && (
        <Confirm title={t('privacy:request.eraseAsk', { name: request.name ?? '' })} open close={() => setAsking(false)}>
          <p>{t('privacy:request.eraseAbout')}</p>
          <div className="row-of-buttons">
            <Button loading={decide.isPending} onClick={(event) => send(true)(event as never)}>
              {t('privacy:request.eraseVerb')}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {t('common:action.cancel')}
            </Button>
          </div>
        </Confirm>
      )}
    </section>
  );
}
