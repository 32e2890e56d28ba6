import { Button, TextInput, Title } from '@mantine/core';
import { useNow } from '../api/clock';
import { asProblem, fieldErrors } from '../api/problem';
import type { Person } from '../api/types';
import { dateOf, useFormat } from '../i18n/dates';
import { DateField } from '../ui/DateField';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useNoteFee, useTakeBackFee } from './data';

/** The years whose fee is paid: those noted here, and what the central register says. */
export function FeeYears({ details: { person, fees }, mayNote }: { details: Person; mayNote: boolean }) {
  const t = useTexts('people');
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const takeBack = useTakeBackFee(person.memberId);
  const today = dateOf(useNow());
  const open = mayNote && (person.membership.state === 'member' || person.membership.state === 'paid');
  if (!open && fees.length === 0) return null;
  return (
    <section className="section">
      <Title order={2}>{t('people:fees.title')}</Title>
      {fees.length === 0 ? (
        <p className="dim">{t('people:fees.none')}</p>
      ) : (
        <ul className="plain-list" style={{ display: 'grid', gap: '0.5rem' }}>
          {fees.map((fee) => (
            <li key={fee.year} className="row-of-buttons">
              <span>
                <b>{fee.year}</b> {fee.paidOn && t('people:fees.paid', { date: longDay(fee.paidOn) })} {fee.isConfirmed && <span className="dim">{t('people:fees.confirmed')}</span>}
              </span>
              {open && fee.paidOn && (
                <Button
                  className="no-print"
                  variant="subtle"
                  size="compact-sm"
                  loading={takeBack.isPending && takeBack.variables === fee.year}
                  aria-label={t('people:fees.takeBackNamed', { year: fee.year })}
                  onClick={() => takeBack.mutate(fee.year, { onSuccess: () => tell(t('people:fees.takenBack', { year: fee.year })) })}
                >
                  {t('people:fees.takeBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {takeBack.error && <ProblemNote error={takeBack.error} />}
      {open && <NoteFee key={today} id={person.memberId} today={today} />}
    </section>
  );
}

function NoteFee({ id, today }: { id: string; today: string }) {
  const t = useTexts('people');
  const { tell } = useNotices();
  const note = useNoteFee(id);
  const form = useFields(
    { year: today.slice(0, 4), paidOn: today },
    { year: (value) => (/^20\d\d$/.test(value.trim()) ? null : t('people:fees.yearFault')), paidOn: (value) => (value ? null : t('people:fees.dayFault')) },
  );
  return (
    <form
      className="form no-print"
      style={{ marginTop: '1rem' }}
      noValidate
      onSubmit={form.submit(({ year, paidOn }) =>
        note.mutate(
          { year: Number(year), paidOn },
          { onSuccess: () => tell(t('people:fees.noted', { year })), onError: (error) => form.refuse(fieldErrors(asProblem(error))) },
        ),
      )}
    >
      <div style={{ display: 'flex', gap: '1rem', flexWrap: 'wrap' }}>
        <TextInput label={t('people:fees.noteFor')} inputMode="numeric" maxLength={4} w="7rem" {...form.text('year')} />
        <DateField id="feePaidOn" label={t('people:fees.paidOn')} value={form.values.paidOn} onChange={(value) => form.set('paidOn', value)} error={form.errors.paidOn} max={today} />
      </div>
      {note.error && Object.keys(form.errors).length === 0 && <ProblemNote error={note.error} kept />}
      <div>
        <Button type="submit" variant="default" loading={note.isPending}>
          {t('people:fees.verb')}
        </Button>
      </div>
    </form>
  );
}
