import { Button } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { answer, api } from '../api/client';
import { useRead, useSend } from '../api/light';
import { asProblem } from '../api/problem';
import { useFormat } from '../i18n/dates';
import { Facts } from '../ui/Facts';
import { Loading } from '../ui/Loading';
import { Missing } from '../ui/Missing';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';

type Answer = 'yes' | 'maybe' | 'no';
const answers: Answer[] = ['yes', 'maybe', 'no'];

/** Opened from the mail, without signing in. Opening changes nothing, since mail scanners open links too; the buttons do. */
export default function AnswerPage() {
  const t = useTexts('public');
  const { dayAndTime } = useFormat();
  const { token = '' } = useParams();
  const path = { params: { path: { token } } };
  const asked = useRead(`ask-${token}`, () => answer(api.GET('/api/members/activation/answers/{token}', path)));
  const [saying, setSaying] = useState<Answer>();
  const say = useSend((said: Answer) => answer(api.POST('/api/members/activation/answers/{token}', { ...path, body: { answer: said } })));
  const known = say.data ?? asked.data;
  if (!known) {
    if (asked.error === undefined) return <Loading />;
    return (
      <Page title={t('public:ask.missing')}>{asProblem(asked.error).status === 404 ? <Missing /> : <ProblemNote error={asked.error} />}</Page>
    );
  }
  const standing = known.isCancelled ? 'cancelled' : known.isOver ? 'over' : known.answer === 'yes' ? (known.hasPlace ? 'place' : 'waiting') : (known.answer ?? undefined);
  return (
    <Page title={t('public:ask.title', { name: known.givenName })} lead={t('public:ask.lead', { association: known.associationName })}>
      <Facts
        items={[
          [t('public:ask.what'), known.title],
          [t('public:ask.when'), `${dayAndTime(known.startsAt)}, ${String(known.minutes)} min`],
          [t('public:ask.where'), known.place],
        ]}
      />
      <div className="flow" style={{ marginTop: '1.75rem' }}>
        {standing && (
          <Note kind={standing === 'place' || standing === 'no' || standing === 'maybe' ? 'success' : 'information'} title={t(`public:ask.is.${standing}`)}>
            {!known.isOver && <p>{t('public:ask.change')}</p>}
          </Note>
        )}
        {!standing && known.isFull && <p>{t('public:ask.full')}</p>}
        {say.error !== undefined && <ProblemNote error={say.error} />}
        {!known.isOver && (
          <div className="row-of-buttons" role="group" aria-label={t('public:ask.group')}>
            {answers.map((one) => (
              <Button
                key={one}
                size="lg"
                variant={one === 'yes' ? 'filled' : 'default'}
                aria-pressed={known.answer === one}
                disabled={say.pending}
                loading={say.pending && saying === one}
                onClick={() => {
                  setSaying(one);
                  say.send(one);
                }}
              >
                {t(`public:ask.${one}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </Page>
  );
}
