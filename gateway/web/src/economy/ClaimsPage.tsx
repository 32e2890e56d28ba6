import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { ShowMore } from '../ui/ShowMore';
import { readDraft } from '../ui/useDraft';
import { useTexts } from '../ui/useTexts';
import { NewClaim } from './ClaimForm';
import { Amount } from './Amount';
import { useOwnClaims } from './data';
import { ClaimStanding } from './States';

/** What one has paid for the party and wants back. */
export default function ClaimsPage() {
  const t = useTexts('economy');
  const { shortDay } = useFormat();
  const claims = useOwnClaims();
  const [writing, setWriting] = useState(() => Boolean(readDraft<{ purpose: string }>('utlagg').purpose));
  return (
    <Page title={t('economy:own.title')} lead={t('economy:own.lead')} wide>
      {writing ? (
        <NewClaim close={() => setWriting(false)} />
      ) : (
        <Button className="no-print" onClick={() => setWriting(true)}>
          {t('economy:own.new')}
        </Button>
      )}
      <section className="section" aria-label={t('economy:own.title')}>
        <Answered query={claims}>
          {(rows) =>
            rows.length === 0 ? (
              <Empty title={t('economy:own.empty')}>{t('economy:own.emptyHelp')}</Empty>
            ) : (
              <>
                <DataTable
                  caption={t('economy:own.title')}
                  rows={rows}
                  rowKey={(row) => row.claimId}
                  columns={[
                    { key: 'purpose', header: t('economy:claim.purpose'), cell: (row) => <Link to={`/min-sida/utlagg/${row.claimId}`}>{row.purpose}</Link> },
                    { key: 'day', header: t('economy:claim.begun'), cell: (row) => shortDay(row.createdAt) },
                    { key: 'state', header: t('economy:claim.standing'), cell: (row) => <ClaimStanding claim={row} /> },
                    { key: 'total', header: t('economy:claim.total'), cell: (row) => <Amount ore={row.total} />, numeric: true, onPhone: true },
                  ]}
                  secondLine={(row) => <ClaimStanding claim={row} />}
                />
                <ShowMore query={claims} shown={rows.length} />
              </>
            )
          }
        </Answered>
      </section>
    </Page>
  );
}
