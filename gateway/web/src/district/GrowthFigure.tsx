import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import type { Growth } from '../api/types';
import { useFormat } from '../i18n/dates';
import { DataTable } from '../ui/DataTable';
import { useTexts } from '../ui/useTexts';
import { GrowthChart } from './GrowthChart';
import { growthMessage } from './growthMessage';

/** Joined and left per month. The title says what the chart shows; the same figures are a table behind one button. */
export function GrowthFigure({ growth }: { growth: Growth }) {
  const t = useTexts('district');
  const { month, number } = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { key, difference } = growthMessage(growth);
  const title = t(`district:growth.${key}`, { count: growth.joinedThisYear, difference: number(difference) });
  return (
    <section className="section" aria-labelledby="tillvaxt">
      <Title order={2} id="tillvaxt">
        {title}
      </Title>
      <p className="dim">{t('district:growth.now', { members: number(growth.membersNow), applicants: number(growth.applicants), left: number(growth.leftThisYear) })}</p>
      {asTable ? (
        <DataTable
          caption={title}
          rows={[...growth.months].reverse()}
          rowKey={(row) => row.name}
          columns={[
            { key: 'month', header: t('district:growth.month'), cell: (row) => month(row.name) },
            { key: 'joined', header: t('district:growth.joined'), cell: (row) => number(row.joined), numeric: true, onPhone: true },
            { key: 'left', header: t('district:growth.left'), cell: (row) => number(row.left), numeric: true, onPhone: true },
            { key: 'members', header: t('district:growth.members'), cell: (row) => number(row.members), numeric: true },
          ]}
          secondLine={(row) => t('district:growth.line', { joined: number(row.joined), left: number(row.left), members: number(row.members) })}
        />
      ) : (
        <GrowthChart months={growth.months} label={title} />
      )}
      <Button variant="default" size="sm" mt="sm" onClick={() => setAsTable(!asTable)}>
        {asTable ? t('district:growth.asChart') : t('district:growth.asTable')}
      </Button>
    </section>
  );
}
