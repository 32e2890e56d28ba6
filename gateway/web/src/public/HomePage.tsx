import { Button, Title } from '@mantine/core';
import { Link } from 'react-router';
import { useMunicipalityList } from '../api/openReads';
import { Page } from '../ui/Page';
import { useTexts } from '../ui/useTexts';
import { FindAssociation } from './FindAssociation';
import classes from './HomePage.module.css';
import { NextEvents } from './NextEvents';

const steps = ['apply', 'confirm', 'welcome', 'pay'] as const;

export default function HomePage() {
  const t = useTexts('public');
  const { data: municipalities = [] } = useMunicipalityList();
  return (
    <Page title={t('public:home.title')} wide lead={t('public:home.lead')}>
      <FindAssociation />
      <div className={classes.columns}>
        <section aria-labelledby="sa-gar-det-till">
          <Title order={2} id="sa-gar-det-till">
            {t('public:home.steps.title')}
          </Title>
          <ol className={classes.steps}>
            {steps.map((step) => (
              <li key={step}>
                <b>{t(`public:home.steps.${step}.title`)}</b>
                <p className="dim">{t(`public:home.steps.${step}.text`)}</p>
              </li>
            ))}
          </ol>
        </section>
        <NextEvents />
      </div>
      {municipalities.length > 0 && (
        <section className="section" aria-labelledby="har-finns-vi">
          <Title order={2} id="har-finns-vi">
            {t('public:home.where.title')}
          </Title>
          <ul className={classes.places}>
            {municipalities.map((place) => (
              <li key={place.code}>
                <Link to={`/bli-medlem?kommun=${place.code}`}>{place.name}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="section">
        <Button component={Link} to="/bli-medlem" size="lg">
          {t('public:home.join')}
        </Button>
      </p>
    </Page>
  );
}
