import { Button, Checkbox, TextInput, Title } from '@mantine/core';
import { mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import { useCodes } from '../i18n/codes';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { type MasterField, useMasters, useRules, useSetMasters, useSetRules } from './data';

type Masters = NonNullable<ReturnType<typeof useMasters>['data']>;
type Rules = NonNullable<ReturnType<typeof useRules>['data']>;

/** Which register is believed about what, and when a membership lapses. */
export default function RulesPage() {
  const t = useTexts('people');
  const { data: session } = useSession();
  const masters = useMasters();
  const rules = useRules();
  return (
    <Page title={t('people:rules.title')} lead={t('people:rules.lead')} crumbs={[{ label: t('common:area.district'), to: '/distrikt' }, { label: t('common:place.import'), to: '/distrikt/import' }]}>
      <Answered query={masters} rows={4}>
        {(known) => <MasterForm key={known.map((line) => line.master).join()} masters={known} />}
      </Answered>
      {mayInDistrict(session, 'associations:manage') && (
        <Answered query={rules} rows={2}>
          {(known) => <LapseForm key={known.version} rules={known} />}
        </Answered>
      )}
    </Page>
  );
}

function MasterForm({ masters }: { masters: Masters }) {
  const t = useTexts('people');
  useTexts('import');
  const codes = useCodes();
  const { tell } = useNotices();
  const set = useSetMasters();
  const form = useFields({ ours: masters.filter((line) => line.master === 'ours').map((line) => line.field) as MasterField[] });
  const { ours } = form.values;
  return (
    <section className="section">
      <Title order={2}>{t('people:rules.masters')}</Title>
      <form className="form" noValidate onSubmit={form.submit((values) => void set.mutateAsync(values.ours).then(() => tell(t('people:rules.saved')), () => undefined))}>
        <p>{t('people:rules.mastersHelp')}</p>
        <fieldset>
          <legend>{t('people:rules.ours')}</legend>
          <div style={{ display: 'grid', gap: '0.75rem', marginTop: '0.75rem', gridTemplateColumns: 'repeat(auto-fill, minmax(12rem, 1fr))' }}>
            {masters.map(({ field }) => (
              <Checkbox key={field} label={codes('importField', field)} checked={ours.includes(field)} onChange={(event) => form.set('ours', event.currentTarget.checked ? [...ours, field] : ours.filter((one) => one !== field))} />
            ))}
          </div>
        </fieldset>
        {set.error && <ProblemNote error={set.error} kept />}
        <div>
          <Button type="submit" loading={set.isPending}>
            {t('people:rules.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function LapseForm({ rules }: { rules: Rules }) {
  const t = useTexts('people');
  const { tell } = useNotices();
  const set = useSetRules();
  const form = useFields(
    { months: rules.lapseAfterMonths?.toString() ?? '' },
    { months: (value) => (value.trim() === '' || (/^\d{1,2}$/.test(value.trim()) && Number(value) <= 36) ? null : t('people:rules.lapseFault')) },
  );
  return (
    <section className="section">
      <Title order={2}>{t('people:rules.lapse')}</Title>
      <form
        className="form"
        noValidate
        onSubmit={form.submit(({ months }) =>
          void set.mutateAsync({ lapseAfterMonths: months.trim() === '' ? null : Number(months), read: rules.version }).then(() => tell(t('people:rules.lapseSaved')), () => undefined),
        )}
      >
        <TextInput label={t('people:rules.lapseMonths')} description={t('people:rules.lapseHelp')} inputMode="numeric" maxLength={2} maw={360} {...form.text('months')} />
        {set.error && <ProblemNote error={set.error} kept />}
        <div>
          <Button type="submit" variant="default" loading={set.isPending}>
            {t('people:rules.save')}
          </Button>
        </div>
      </form>
    </section>
  );
}
