import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { answerOf, api } from '../../api/client.js';
import { PageHead } from '../../design/page-head.js';
import { Compare } from './compare.js';
import { CustomerHistory } from './history.js';
import { Replay } from './replay.js';
import { useCustomerAuditTexts } from './texts.js';
import { useAudited } from './use-audited.js';
import { WhatIf } from './what-if.js';

const TABS = { history: CustomerHistory, replay: Replay, compare: Compare, whatIf: WhatIf };
type Tab = keyof typeof TABS;

const useName = (customerId: string) =>
  useQuery({
    queryKey: ['audit', 'name', customerId],
    queryFn: () => answerOf(api.GET('/v1/customers/{customerId}', { params: { path: { customerId } } })),
    retry: false,
  }).data?.profile.name ?? customerId;

/** What was recorded of a customer: its history, step by step, compared, and under other rules. */
const AuditCustomer = () => {
  const [t, { customerId, params, set }] = [useCustomerAuditTexts(), useAudited()];
  const name = useName(customerId);
  const given = params.get('tab') ?? 'history';
  const tab = Object.hasOwn(TABS, given) ? (given as Tab) : 'history';
  const Shown = TABS[tab];
  return (
    <>
      <PageHead
        title={name}
        parent={{ title: t('audit'), to: '/audit', here: t('here') }}
        actions={
          <Link className="btn" to={addressOf.customer(customerId)}>
            {t('open')}
          </Link>
        }
      />
      <div className="page">
        <nav className="views" aria-label={t('parts')}>
          {(Object.keys(TABS) as Tab[]).map((each) => (
            <button
              key={each}
              type="button"
              aria-current={each === tab ? 'page' : undefined}
              onClick={() => set({ tab: each === 'history' ? undefined : each })}
            >
              {t(each)}
            </button>
          ))}
        </nav>
      </div>
      <div className="page" key={customerId}>
        <Shown />
      </div>
    </>
  );
};

export default AuditCustomer;
