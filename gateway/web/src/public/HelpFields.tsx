import { Checkbox, InputBase } from '@mantine/core';
import type { Fields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import classes from './HelpFields.module.css';
import { helpWays } from '../ui/personFields';
import type { JoinForm } from './joinRules';

/** How the person wants to take part, if at all. */
export function HelpFields({ form }: { form: Fields<JoinForm> }) {
  const t = useTexts('public');
  const { helpWith } = form.values;
  return (
    <>
      <fieldset aria-describedby="help-why">
        <legend>{t('common:form.optional', { label: t('public:join.help') })}</legend>
        <p className="field-help" id="help-why">
          {t('public:join.helpHelp')}
        </p>
        <div className={classes.ways}>
          {helpWays.map((way) => (
            <Checkbox
              key={way}
              label={t(`common:helpWay.${way}`)}
              checked={helpWith.includes(way)}
              onChange={(event) => form.set('helpWith', event.currentTarget.checked ? [...helpWith, way] : helpWith.filter((one) => one !== way))}
            />
          ))}
        </div>
      </fieldset>
      <InputBase component="textarea" rows={4} multiline label={t('common:form.optional', { label: t('public:join.message') })} description={t('public:join.messageHelp')} maxLength={1000} {...form.text('message')} />
    </>
  );
}
