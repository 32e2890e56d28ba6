import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { useTexts } from '../ui/useTexts';
import { usePeople } from './data';
import classes from '../care/CaseList.module.css';

/** Applicants whose fee is not noted. Nothing is shown where there are none: an empty list asks for nothing. */
export function WaitingToPay({ association }: { association: string }) {
  const t = useTexts('association');
  const { longDay } = useFormat();
  const applicants = usePeople({ association, q: '', state: 'applicant' }, 10);
  if (applicants.data?.length === 0) return null;
  return (
    <section className="section" aria-labelledby="obetalda">
      <Title order={2} id="obetalda">
        {t('association:unpaid.title')}
      </Title>
      <Answered query={applicants} rows={2}>
        {(rows) => (
          <>
            <ul className={classes.list}>
              {rows.map((row) => (
                <li key={row.memberId}>
                  <div>
                    <Link to={`/forening/${association}/medlemmar/${row.memberId}`} className={classes.name}>
                      {row.name}
                    </Link>
                    <p className="small dim">{t('association:unpaid.applied', { date: longDay(row.since) })}</p>
                  </div>
                  <Link to={`/forening/${association}/medlemmar/${row.memberId}#betalning`}>{t('association:unpaid.verb')}</Link>
                </li>
              ))}
            </ul>
            {applicants.hasNextPage && <p><Link to={`/forening/${association}/medlemmar?status=applicant`}>{t('association:unpaid.all')}</Link></p>}
          </>
        )}
      </Answered>
    </section>
  );
}
