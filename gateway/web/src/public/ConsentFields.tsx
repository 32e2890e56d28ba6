import { Checkbox } from '@mantine/core';
import { Link } from 'react-router';
import { Note } from '../ui/Note';
import type { Fields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import type { JoinForm } from './joinRules';

/** What happens with what was written, before it is sent. */
export function ConsentFields({ form }: { form: Fields<JoinForm> }) {
  const t = useTexts('public');
  return (
    <>
      <Note kind="information" title={t('public:join.data.title')}>
        <p>{t('public:join.data.text')}</p>
        <p>
          <Link to="/om-uppgifter">{t('public:join.data.more')}</Link>
        </p>
      </Note>
      <Checkbox label={t('public:join.statutes')} {...form.box('acceptsStatutes')} />
    </>
  );
}
