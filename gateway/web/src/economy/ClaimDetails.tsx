import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Claim, ClaimLine, ReceiptFile } from '../api/types';
import { useFormat } from '../i18n/dates';
import { DataTable } from '../ui/DataTable';
import { Facts } from '../ui/Facts';
import { Note } from '../ui/Note';
import { useTexts } from '../ui/useTexts';
import { Amount } from './Amount';
import classes from './economy.module.css';
import { useMoney } from './money';
import { ClaimStanding } from './States';

/** What a claim says: whose, for what, its lines, receipts and approvals. The same for both sides. */
export function ClaimDetails({ claim, receiptsAt, receiptVerb }: { claim: Claim; receiptsAt: string; receiptVerb?: (file: ReceiptFile) => ReactNode }) {
  const t = useTexts('economy');
  const { shortDay, dayAndTime, number } = useFormat();
  const { money } = useMoney();
  const row = claim.claim;
  const what = (line: ClaimLine) => (line.kind === 'mileage' && line.km !== null ? t('economy:line.drive', { text: line.text, from: line.from, to: line.to, km: number(line.km) }) : line.text);
  return (
    <>
      {claim.answer && (
        <Note kind={row.state === 'refused' ? 'problem' : 'information'} title={t(row.state === 'refused' ? 'economy:claim.refusedBecause' : 'economy:claim.sentBackBecause')}>
          <p>{claim.answer}</p>
        </Note>
      )}
      <Facts
        items={[
          [t('economy:claim.standing'), <ClaimStanding key="state" claim={row} />],
          [t('economy:claim.claimant'), row.claimant],
          [t('economy:claim.costCentre'), `${row.costCentre} ${row.costCentreName}`],
          [t('economy:claim.total'), money(row.total)],
          [t('economy:claim.payTo'), claim.payTo ?? t('economy:claim.noAccount')],
          ...(row.submittedAt ? [[t('economy:claim.submitted'), dayAndTime(row.submittedAt)] as [string, string]] : []),
        ]}
      />
      <section className="section">
        <Title order={2}>{t('economy:line.legend')}</Title>
        {claim.lines.length === 0 ? (
          <p className="dim">{t('economy:line.none')}</p>
        ) : (
          <DataTable
            caption={t('economy:line.legend')}
            rows={claim.lines.map((line, index) => ({ ...line, index }))}
            rowKey={(line) => String(line.index)}
            columns={[
              { key: 'text', header: t('economy:line.what'), cell: what },
              { key: 'on', header: t('economy:line.on'), cell: (line) => shortDay(line.on) },
              { key: 'account', header: t('economy:line.account'), cell: (line) => `${String(line.account)} ${line.accountName}` },
              { key: 'amount', header: t('economy:claim.total'), cell: (line) => <Amount ore={line.amount} />, numeric: true, onPhone: true },
            ]}
            secondLine={(line) => `${shortDay(line.on)} · ${String(line.account)} ${line.accountName}`}
          />
        )}
      </section>
      <section className="section">
        <Title order={2}>{t('economy:receipt.title')}</Title>
        {claim.receipts.length === 0 ? (
          <p className="dim">{t('economy:receipt.none')}</p>
        ) : (
          <ul className={classes.rows}>
            {claim.receipts.map((file) => (
              <li key={file.fileId}>
                <div>
                  <a href={`${receiptsAt}/${file.fileId}`} download>
                    {file.name}
                  </a>{' '}
                  <span className="dim small">{t('economy:receipt.size', { size: number(Math.max(1, Math.round(file.size / 1024))) })}</span>
                </div>
                {receiptVerb?.(file)}
              </li>
            ))}
          </ul>
        )}
      </section>
      {claim.approvals.length > 0 && (
        <section className="section">
          <Title order={2}>{t('economy:claim.approvedBy')}</Title>
          <ul className={classes.rows}>
            {claim.approvals.map((one) => (
              <li key={one.at}>
                <div>
                  <b>{one.by}</b> <span className="dim small">{dayAndTime(one.at)}</span>
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
