import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '../ui/Confirm';
import { useNotices } from '../ui/Notices';
import { SubmitOrCancel } from '../ui/SubmitOrCancel';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';

/** Asks for what a file is to be used, and fetches it. */
export function ExportForm({ address, query }: { address: string; query?: Record<string, string> }) {
  const t = useTexts('people');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('people:export.title')}
      </Button>
      {asking && <Ask address={address} query={query} close={() => setAsking(false)} />}
    </>
  );
}

function Ask({ address, query = {}, close }: { address: string; query?: Record<string, string>; close: () => void }) {
  const t = useTexts('people');
  const { tell } = useNotices();
  const form = useFields({ purpose: '', format: 'xlsx' }, { purpose: (value) => (value.trim() ? null : t('people:export.purposeFault')) });
  return (
    <Confirm title={t('people:export.title')} open close={close}>
      <form
        className="form"
        noValidate
        onSubmit={form.submit(({ purpose, format }) => {
          const asked = new URLSearchParams({ ...Object.fromEntries(Object.entries(query).filter(([, value]) => value)), format, purpose: purpose.trim() });
          window.location.assign(`${address}?${asked.toString()}`);
          close();
          tell(t('people:export.opened'));
        })}
      >
        <p>{t('people:export.about')}</p>
        <TextInput label={t('people:export.purpose')} description={t('people:export.purposeHelp')} maxLength={200} {...form.text('purpose')} />
        <NativeSelect label={t('people:export.format')} data={[{ value: 'xlsx', label: t('people:export.xlsx') }, { value: 'csv', label: t('people:export.csv') }]} {...form.text('format')} />
        <SubmitOrCancel verb={t('people:export.verb')} pending={false} cancel={close} />
      </form>
    </Confirm>
  );
}
