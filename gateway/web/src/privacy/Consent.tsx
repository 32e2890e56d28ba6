import { Button, NativeSelect, Title } from '@mantine/core';
import type { ConsentWay } from '../api/types';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useFields } from '../ui/useFields';
import { useTexts } from '../ui/useTexts';
import { useConsents, useGiveConsent, useWithdrawConsent } from './data';

const ways = ['paper', 'phone', 'meeting'] as const;

/**
 * Explicit consent to be kept and contacted without being a member: given and withdrawn with one press each.
 * @param person whose; left out: one's own.
 */
export function Consent({ person }: { person?: string }) {
  const t = useTexts('privacy');
  const codes = useCodes();
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const query = useConsents(person);
  const give = useGiveConsent(person);
  const withdraw = useWithdrawConsent(person);
  const form = useFields({ how: ways[0] as ConsentWay & string });
  return (
    <section className="section no-print">
      <Title order={2}>{person ? t('privacy:consent.titleOther') : t('privacy:consent.title')}</Title>
      <Answered query={query} rows={2}>
        {({ consents, newestVersion, newestText }) => {
          const standing = consents.find((consent) => !consent.withdrawnAt);
          return (
            <div className="flow">
              <p>{person ? t('privacy:consent.aboutOther') : t('privacy:consent.about')}</p>
              <blockquote>{standing?.text ?? newestText}</blockquote>
              {standing ? (
                <>
                  <p>{t('privacy:consent.since', { date: longDay(standing.givenAt.slice(0, 10)), how: codes('consentWay', standing.how) })}</p>
                  <p>
                    <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate(undefined, { onSuccess: () => tell(t('privacy:consent.withdrawn')) })}>
                      {t('privacy:consent.withdraw')}
                    </Button>
                  </p>
                </>
              ) : (
                <form className="form" noValidate onSubmit={form.submit(({ how }) => give.mutate({ textVersion: newestVersion, how }, { onSuccess: () => tell(t('privacy:consent.given')) }))}>
                  {person && <NativeSelect label={t('privacy:consent.how')} data={ways.map((value) => ({ value, label: codes('consentWay', value) }))} {...form.text('how')} />}
                  <div>
                    <Button type="submit" variant="default" loading={give.isPending}>
                      {person ? t('privacy:consent.note') : t('privacy:consent.give')}
                    </Button>
                  </div>
                </form>
              )}
              {(give.error ?? withdraw.error) && <ProblemNote error={give.error ?? withdraw.error} />}
            </div>
          );
        }}
      </Answered>
    </section>
  );
}
