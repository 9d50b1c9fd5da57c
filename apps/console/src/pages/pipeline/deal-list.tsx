import { addressOf } from '../../design/addresses.js';
import { List } from '../../design/list/list.js';
import { Empty } from '../../design/states.js';
import { useAddress } from '../../design/use-address.js';
import { useValueWords } from '../../design/value-words.js';
import type { Deal } from './deal.js';
import { Mark } from './mark.js';
import { usePipelineTexts } from './texts.js';
import { DEALS, SAVED, type Totals } from './use-board.js';

const OPEN = { status: 'open' };

/** Deals as a list, those that are open unless the address says otherwise. */
export const DealList = ({ totals }: { readonly totals: Totals | undefined }) => {
  const [[params], t, word] = [useAddress(), usePipelineTexts(), useValueWords()];
  const stalledAfter = new Map(totals?.steps.map(({ step, stalledAfterDays }) => [step, stalledAfterDays]));
  return (
    <List<Deal>
      path={DEALS}
      saves={SAVED}
      idOf={({ dealId }) => dealId}
      to={({ dealId }) => addressOf.deal(dealId)}
      fixed={params.has('status') ? {} : OPEN}
      columns={[
        { name: 'title', width: '28%', phone: 'wide' },
        { name: 'customerName', width: '24%', phone: 'wide', label: { en: 'Customer', zh: '客户' } },
        {
          name: 'step',
          phone: 'start',
          show: (deal) => (
            <>
              {word('OpenDealStep', deal.step)} <Mark deal={deal} stalledAfter={stalledAfter.get(deal.step)} />
            </>
          ),
        },
        { name: 'owner' },
        { name: 'expectedCloseDate' },
        { name: 'value', phone: 'side' },
      ]}
      empty={<Empty title={t('empty')}>{t('emptyWhy')}</Empty>}
    />
  );
};
