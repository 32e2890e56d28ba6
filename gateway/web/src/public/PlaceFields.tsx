import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { answer, api } from '../api/client';
import { useRead } from '../api/light';
import { useMunicipalityList } from '../api/openReads';
import { postalCodeOf } from '../ui/personRules';
import { ProblemNote } from '../ui/ProblemNote';
import type { Fields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import type { JoinForm } from './joinRules';

/** Where the person lives. The postal code only proposes the municipality: one who knows better chooses another, and the proposal does not come back. */
export function PlaceFields({ form }: { form: Fields<JoinForm> }) {
  const t = useTexts('public');
  const list = useMunicipalityList();
  const municipalities = list.data ?? [];
  const code = postalCodeOf(form.values.postalCode);
  const proposal = useRead(code && `postal-code-${code}`, () => answer(api.GET('/api/members/postal-codes/{code}', { params: { path: { code: code ?? '' } } })));
  const proposed = proposal.data?.municipalityCode;
  const answered = useRef<string>(undefined);
  useEffect(() => {
    if (!proposed || !code || answered.current === code) return;
    // On the first proposal a choice from the address or the draft stands.
    const keep = answered.current === undefined && form.values.municipalityCode !== '';
    answered.current = code;
    if (!keep) form.set('municipalityCode', proposed);
  }, [code, proposed, form]);

  const chosen = municipalities.find((row) => row.code === form.values.municipalityCode);
  return (
    <>
      <TextInput label={t('common:form.optional', { label: t('public:join.postalCode') })} description={t('public:join.postalCodeHelp')} inputMode="numeric" autoComplete="postal-code" maxLength={7} {...form.text('postalCode')} />
      <div>
        <NativeSelect
          label={t('public:join.municipality')}
          description={t('public:join.municipalityHelp')}
          data={[{ value: '', label: t('public:join.municipalityChoose') }, ...municipalities.map((row) => ({ value: row.code, label: row.name }))]}
          {...form.text('municipalityCode')}
        />
        {list.error !== undefined && <ProblemNote error={list.error} retry={list.again} />}
        <Text role="status" mt="xs" fw={600}>
          {chosen && (chosen.isActive ? t('public:join.association', { name: chosen.associationName }) : t('public:join.noAssociation', { place: chosen.name }))}
        </Text>
      </div>
    </>
  );
}
