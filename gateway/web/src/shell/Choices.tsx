import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useFormat } from '../i18n/dates';
import { chooseLanguage } from '../i18n/i18n';
import { Icon } from '../ui/Icon';
import { useTexts } from '../ui/useTexts';
import classes from './Choices.module.css';

/** The reader's own choices: language, light or dark. Each button names what one gets. */
export function Choices() {
  const t = useTexts('common');
  const { language } = useFormat();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = language === 'sv' ? 'en' : 'sv';
  const darker = scheme === 'light';
  return (
    <div className={classes.choices}>
      <button type="button" lang={other} onClick={() => void chooseLanguage(other)}>
        {other === 'en' ? 'In English' : 'På svenska'}
      </button>
      <button type="button" onClick={() => setColorScheme(darker ? 'dark' : 'light')}>
        <Icon name={darker ? 'moon' : 'sun'} size={18} />
        {darker ? t('common:choice.dark') : t('common:choice.light')}
      </button>
    </div>
  );
}
