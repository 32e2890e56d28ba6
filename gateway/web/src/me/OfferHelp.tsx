import { Button, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { useNotices } from '../ui/Notices';
import { ProblemNote } from '../ui/ProblemNote';
import { useTexts } from '../ui/useTexts';

const key = ['me', 'help'];

/** "I want to help": somebody of the association gets in touch, by a day that is said. */
export function OfferHelp() {
  const t = useTexts('me');
  const { longDay } = useFormat();
  const { tell } = useNotices();
  const client = useQueryClient();
  const offer = useQuery({ queryKey: key, queryFn: () => answer(api.GET('/api/members/me/help')) });
  const give = useMutation({ mutationFn: () => answer(api.POST('/api/members/me/help')), onSuccess: (now) => client.setQueryData(key, now) });
  const takeBack = useMutation({ mutationFn: () => answer(api.DELETE('/api/members/me/help')), onSuccess: (now) => client.setQueryData(key, now) });
  return (
    <section className="section">
      <Title order={2}>{t('me:help.title')}</Title>
      <Answered query={offer} rows={1}>
        {(known) =>
          known.due ? (
            <p>{t('me:help.waiting', { association: known.associationName, date: longDay(known.due) })}</p>
          ) : (
            <div className="flow">
              <p>{t('me:help.lead', { association: known.associationName })}</p>
              <Button variant="default" loading={give.isPending} onClick={() => give.mutate(undefined, { onSuccess: () => tell(t('me:help.done'), () => takeBack.mutate()) })}>
                {t('me:help.verb')}
              </Button>
              {give.error && <ProblemNote error={give.error} />}
            </div>
          )
        }
      </Answered>
    </section>
  );
}
