import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../i18n/dates';
import { DataTable } from '../ui/DataTable';
import { useTexts } from '../ui/useTexts';
import { type LadderQuarter, membersOf, nameOf, rungs } from './ladder';
import { LadderChart } from './LadderChart';

/** Who-many went up and down, quarter by quarter. The title says how it is going; the same figures are a table behind one button. */
export function LadderQuarters({ quarters }: { quarters: LadderQuarter[] }) {
  const t = useTexts('asks');
  const { number } = useFormat();
  const [asTable, setAsTable] = useState(false);
  const now = quarters.at(-1);
  const title = t('asks:ladder.flows', { up: number(now?.up ?? 0), down: number(now?.down ?? 0) });
  return (
    <section className="section" aria-labelledby="floden">
      <Title order={2} id="floden">
        {title}
      </Title>
      <p className="dim">{t('asks:ladder.inAndOut', { joined: number(now?.new ?? 0), left: number(now?.left ?? 0) })}</p>
      {asTable ? (
        <DataTable
          caption={title}
          rows={[...quarters].reverse()}
          rowKey={(row) => row.name}
          columns={[
            { key: 'quarter', header: t('asks:ladder.quarter'), cell: nameOf },
            { key: 'members', header: t('asks:ladder.members'), cell: (row) => number(membersOf(row.rungs)), numeric: true },
            ...rungs.map((rung) => ({ key: rung, header: t(`asks:rung.${rung}`), cell: (row: LadderQuarter) => number(row.rungs[rung]), numeric: true })),
            { key: 'up', header: t('asks:ladder.up'), cell: (row) => number(row.up), numeric: true, onPhone: true },
            { key: 'down', header: t('asks:ladder.down'), cell: (row) => number(row.down), numeric: true, onPhone: true },
            { key: 'new', header: t('asks:ladder.new'), cell: (row) => number(row.new), numeric: true },
            { key: 'left', header: t('asks:ladder.left'), cell: (row) => number(row.left), numeric: true },
          ]}
          secondLine={(row) => (
            <>
              {rungs.map((rung) => `${t(`asks:rung.${rung}`)} ${number(row.rungs[rung])}`).join(', ')}. {t('asks:ladder.inAndOut', { joined: number(row.new), left: number(row.left) })}
            </>
          )}
        />
      ) : (
        <LadderChart quarters={quarters} label={title} />
      )}
      <Button variant="default" size="sm" mt="sm" onClick={() => setAsTable(!asTable)} className="no-print">
        {asTable ? t('asks:ladder.asChart') : t('asks:ladder.asTable')}
      </Button>
    </section>
  );
}
