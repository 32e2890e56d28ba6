import type { OpsAction } from '../api/types';
import { useSession } from '../api/session';
import { useCodes } from '../i18n/codes';
import { useFormat } from '../i18n/dates';
import { Answered } from '../ui/Answered';
import { DataTable } from '../ui/DataTable';
import { Empty } from '../ui/Empty';
import { useTexts } from '../ui/useTexts';
import { useActions } from './data';
import { OpsPage, Silent } from './OpsPage';

/** What was done to run the platform, and by whom: by number, since this page knows no names. */
export default function ActionsPage() {
  const t = useTexts('ops');
  const codes = useCodes();
  const { dayAndTime } = useFormat();
  const { data: session } = useSession();
  const actions = useActions();
  const who = ({ actor }: OpsAction) => {
    if (actor === 'system') return t('ops:log.system');
    const [kind, id = ''] = actor.split(':');
    return id === session?.memberId ? t('ops:log.you') : kind === 'client' ? t('ops:log.client', { id }) : t('ops:log.member', { id: id.slice(-6) });
  };
  return (
    <OpsPage title={t('ops:log.title')} lead={t('ops:log.lead')}>
      <Answered query={actions} rows={8}>
        {({ items, silent }) => (
          <div className="flow">
            <Silent services={silent} />
            {items.length === 0 ? (
              <Empty title={t('ops:log.none')} />
            ) : (
              <DataTable
                caption={t('ops:log.title')}
                rows={[...items].sort((one, other) => other.at.localeCompare(one.at)).slice(0, 100)}
                rowKey={(action) => `${action.service} ${action.id}`}
                columns={[
                  { key: 'what', header: t('ops:log.what'), cell: (action) => codes('opsAction', action.name) },
                  { key: 'at', header: t('ops:log.at'), cell: (action) => dayAndTime(action.at) },
                  { key: 'who', header: t('ops:log.who'), cell: who },
                  { key: 'service', header: t('ops:parts.part'), cell: (action) => codes('part', action.service) },
                  { key: 'why', header: t('ops:log.why'), cell: (action) => action.reason ?? '–' },
                ]}
                secondLine={(action) => [dayAndTime(action.at), who(action), codes('part', action.service), action.reason].filter(Boolean).join(' · ')}
              />
            )}
          </div>
        )}
      </Answered>
    </OpsPage>
  );
}
