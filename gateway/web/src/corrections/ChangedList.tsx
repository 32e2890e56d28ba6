import { Button } from '@mantine/core';
import { useState } from 'react';
import type { CorrectionsPreview } from '../api/types';
import { useCodes } from '../i18n/codes';
import { Changes } from '../ui/Changes';
import { showPhone } from '../ui/phone';
import { useTexts } from '../ui/useTexts';
import classes from './ChangedList.module.css';

const atOnce = 50;

/** Person by person what would change, and what is not followed. */
export function ChangedList({ rows }: { rows: CorrectionsPreview['rows'] }) {
  const t = useTexts('import');
  const codes = useCodes();
  const [shown, setShown] = useState(atOnce);
  if (rows.length === 0) return null;
  return (
    <>
      <ul className={classes.list}>
        {rows.slice(0, shown).map((row) => (
          <li key={row.no}>
            <p className={classes.name}>{row.name}</p>
            <p className="dim small">
              {t('import:list.row', { row: row.no })} · {row.memberNumber}
            </p>
            {row.changes.length > 0 && (
              <Changes nothing={t('import:list.nothing')} changes={row.changes.map(({ field, before, after }) => ({ field: codes('importField', field), before: wording(field, before), after: wording(field, after) }))} />
            )}
            {row.remarks.map((remark) => (
              <p key={remark} className="small">
                {remark}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <div>
          <Button variant="default" onClick={() => setShown((now) => now + atOnce)}>
            {t('common:action.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function wording(field: string, value: string | null | undefined): string {
  if (!value) return '';
  if (field === 'phone') return showPhone(value);
  return field === 'postalCode' ? `${value.slice(0, 3)} ${value.slice(3)}` : value;
}
