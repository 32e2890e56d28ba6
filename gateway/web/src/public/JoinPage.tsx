import { Button } from '@mantine/core';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { answer, api } from '../api/client';
import { useSend } from '../api/light';
import { onceKey } from '../api/onceKey';
import { asProblem, fieldErrors } from '../api/problem';
import type { Application } from '../api/types';
import { useFormat } from '../i18n/dates';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { forgetDraft, readDraft, useDraft } from '../ui/useDraft';
import { type Rules, useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { AboutFields } from './AboutFields';
import { ConsentFields } from './ConsentFields';
import { HelpFields } from './HelpFields';
import { emptyForm, type JoinFault, type JoinForm, joinRules, toApplication } from './joinRules';
import { PersonFields } from './PersonFields';
import { PlaceFields } from './PlaceFields';

const draft = 'bli-medlem';

export default function JoinPage() {
  const t = useTexts('public');
  const { language } = useFormat();
  const navigate = useNavigate();
  const [address] = useSearchParams();
  const [keyFor] = useState(onceKey);

  const rules = Object.fromEntries(
    Object.entries(joinRules).map(([field, rule]) => [
      field,
      (value: never) => {
        const fault: JoinFault | null = rule(value);
        return fault && t(`public:join.fault.${fault}`);
      },
    ]),
  ) as Rules<JoinForm>;
  const form = useFields<JoinForm>(() => {
    const [postalCode, municipalityCode] = [address.get('postnummer'), address.get('kommun')];
    // What the address says is newer than the draft.
    return { ...emptyForm, ...readDraft<JoinForm>(draft), ...(postalCode && { postalCode, municipalityCode: '' }), ...(municipalityCode && { municipalityCode }) };
  }, rules);
  useDraft(draft, form.values);

  const { send, pending, error } = useSend(
    (application: Application) => answer(api.POST('/api/members/applications', { body: application, headers: { 'Idempotency-Key': keyFor(application) } })),
    {
      done: ({ email }) => {
        forgetDraft(draft);
        void navigate('/bli-medlem/tack', { state: { email }, replace: true });
      },
      failed: (failure) => form.refuse(fieldErrors(asProblem(failure))),
    },
  );

  return (
    <Page title={t('public:join.title')} lead={t('public:join.lead')}>
      <form className="form" noValidate onSubmit={form.submit((values) => send(toApplication(values, language)))}>
        <ErrorSummary errors={form.errors} attempt={form.attempt} />
        <PersonFields form={form} />
        <PlaceFields form={form} />
        <HelpFields form={form} />
        <AboutFields form={form} />
        <ConsentFields form={form} />
        {error !== undefined && Object.keys(form.errors).length === 0 && <ProblemNote error={error} kept />}
        <div>
          <Button type="submit" size="lg" loading={pending}>
            {t('public:join.send')}
          </Button>
        </div>
      </form>
    </Page>
  );
}
