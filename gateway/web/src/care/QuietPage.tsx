import { NativeSelect } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useAssociationNames, useAssociations } from '../api/associations';
import { may, mayInDistrict } from '../api/rights';
import { useSession } from '../api/session';
import { Answered } from '../ui/Answered';
import { Empty } from '../ui/Empty';
import { FilterChips } from '../ui/FilterChips';
import { Page } from '../ui/Page';
import { SearchField } from '../ui/SearchField';
import { useAddress } from '../ui/useAddress';
import { useTexts } from '../ui/useTexts';
import { useQuiet } from './quiet';
import { QuietList } from './QuietList';

const choices = [3, 6, 9, 12, 18, 24, 36];
const usual = 6;

/** Members of whom nothing has been heard for long, the longest silence first; many can get a care case at once. */
export default function QuietPage() {
  const t = useTexts('cases');
  const { id } = useParams();
  const nameOf = useAssociationNames();
  const { data: session } = useSession();
  const { data: associations = [] } = useAssociations();
  const { get, set } = useAddress();
  const q = get('sok');
  const association = id ?? (get('forening') || undefined);
  const withoutCase = get('visa') === 'utan';
  const wanted = Number(get('manader'));
  const months = choices.includes(wanted) ? wanted : usual;
  const quiet = useQuiet({ association, q, months, withoutCase });
  const ladder = id ? may(session, 'activation:work', id) : mayInDistrict(session, 'activation:work');
  return (
    <Page
      title={t('cases:quiet.title')}
      lead={t('cases:quiet.lead')}
      crumbs={
        id
          ? [
              { label: nameOf(id), to: `/forening/${id}` },
              { label: t('common:place.cases'), to: `/forening/${id}/arenden` },
            ]
          : [{ label: t('common:place.care'), to: '/distrikt/medlemsvard' }]
      }
      wide
    >
      <div className="flow no-print" style={{ marginBottom: '1.5rem' }}>
        <NativeSelect
          label={t('cases:quiet.months')}
          value={String(months)}
          onChange={(event) => set('manader', Number(event.currentTarget.value) === usual ? '' : event.currentTarget.value)}
          data={choices.map((count) => ({ value: String(count), label: t('cases:quiet.inMonths', { count }) }))}
          maw={220}
        />
        {!id && (
          <NativeSelect
            label={t('cases:quiet.association')}
            value={get('forening')}
            onChange={(event) => set('forening', event.currentTarget.value)}
            data={[{ value: '', label: t('cases:quiet.everywhere') }, ...associations.map((one) => ({ value: one.id, label: one.name }))]}
            maw={360}
          />
        )}
        <SearchField label={t('cases:quiet.search')} value={q} onSearch={(value) => set('sok', value)} />
        <FilterChips
          label={t('cases:quiet.filter')}
          value={withoutCase ? 'utan' : 'alla'}
          onChange={(value) => set('visa', value === 'alla' ? '' : value)}
          options={[
            ['alla', t('cases:quiet.all')],
            ['utan', t('cases:quiet.withoutCase')],
          ]}
        />
      </div>
      <Answered query={quiet} rows={8}>
        {(found) =>
          found.rows.length === 0 ? (
            <Empty title={q ? t('cases:quiet.noHit') : withoutCase && found.counted.everybody > 0 ? t('cases:quiet.allHaveCase') : t('cases:quiet.empty', { count: months })}>{q ? t('cases:quiet.noHitHelp') : t('cases:quiet.emptyHelp')}</Empty>
          ) : (
            <QuietList key={`${association ?? ''}/${String(months)}`} query={quiet} found={found} months={months} withAssociation={!id} />
          )
        }
      </Answered>
      <section className="section" aria-labelledby="regel">
        <h2 id="regel">{t('cases:quiet.rule')}</h2>
        <p>{t('cases:quiet.ruleSigns')}</p>
        <p>{t('cases:quiet.ruleOut')}</p>
        {ladder && (
          <p>
            <Link to={id ? `/forening/${id}/engagemang` : '/distrikt/engagemang'}>{t('cases:quiet.ladder')}</Link>
          </p>
        )}
      </section>
    </Page>
  );
}
