import { Button, NativeSelect, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CareReason, Person } from '../api/types';
import { useCodes } from '../i18n/codes';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';
import { useOpenCase } from './data';
import { PromisedBy } from '../care/PromisedBy';

const reasons: CareReason[] = ['welcome', 'unpaidFee', 'bouncedMail', 'moved', 'inactive', 'wantsToHelp', 'leftAssignment', 'dead', 'other'];

/** The care cases that are open for a person, and opening another. */
export function OpenCases({ details: { person, openCases } }: { details: Person }) {
  const t = useTexts('association');
  const codes = useCodes();
  const navigate = useNavigate();
  const [reason, setReason] = useState<CareReason>('other');
  const open = useOpenCase(person.memberId);
  const address = `/forening/${person.association.id}/arenden`;
  return (
    <section className="section">
      <Title order={2}>{t('association:person.cases')}</Title>
      {openCases.map((one) => (
        <p key={one.caseId} style={{ marginBottom: '0.75rem' }}>
          <Link to={`${address}/${one.caseId}`}>{codes('careReason', one.reason)}</Link>, {t('association:case.promised').toLowerCase()} <PromisedBy due={one.due} />
        </p>
      ))}
      <form
        className="form no-print"
        onSubmit={(event) => {
          event.preventDefault();
          open.mutate(reason, { onSuccess: ({ caseId }) => void navigate(`${address}/${caseId}`) });
        }}
      >
        <NativeSelect id="caseReason" label={t('association:person.newCase')} value={reason} onChange={(event) => setReason(event.currentTarget.value as CareReason)} data={reasons.map((value) => ({ value, label: t(`words:careReason.${value}`) }))} />
        {open.error && <ProblemNote error={open.error} />}
        <div>
          <Button type="submit" variant="default" loading={open.isPending}>
            {t('association:person.openCase')}
          </Button>
        </div>
      </form>
    </section>
  );
}
