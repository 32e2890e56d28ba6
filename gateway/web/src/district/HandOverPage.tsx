import { FilterChips } from '../ui/FilterChips';
import { Page } from '../ui/Page';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import type { HandOverFilter } from './data';
import { HandOverDone } from './HandOverDone';
import { HandOverSent } from './HandOverSent';
import { HandOverToSend } from './HandOverToSend';

/** Joins on their way into the party's central register: to send, sent, waiting too long, confirmed. */
export default function HandOverPage() {
  const t = useTexts('district');
  const { get, set } = useAddress();
  const wanted = get('visa');
  const shown: HandOverFilter = wanted === 'sent' || wanted === 'overdue' || wanted === 'confirmed' ? wanted : 'toSend';
  return (
    <Page title={t('district:handOver.title')} lead={t('district:handOver.lead')} wide>
      <div className="no-print" style={{ marginBottom: '1.5rem' }}>
        <FilterChips
          label={t('district:handOver.filter')}
          value={shown}
          onChange={(value) => set('visa', value === 'toSend' ? '' : value)}
          options={[
            ['toSend', t('district:handOver.toSend')],
            ['sent', t('district:handOver.sent')],
            ['overdue', t('district:handOver.late')],
            ['confirmed', t('district:handOver.confirmed')],
          ]}
        />
      </div>
      {shown === 'toSend' && <HandOverToSend />}
      {(shown === 'sent' || shown === 'overdue') && <HandOverSent key={shown} overdue={shown === 'overdue'} />}
      {shown === 'confirmed' && <HandOverDone />}
    </Page>
  );
}
