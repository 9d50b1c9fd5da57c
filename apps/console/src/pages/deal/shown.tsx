import type { Field } from '../../api/catalogue.js';
import { ChangeableFacts } from '../../design/changeable-facts.js';
import { CustomerLink } from '../../design/customer-link.js';
import { PageHead } from '../../design/page-head.js';
import { Amount } from '../../design/moment.js';
import { Section } from '../../design/section.js';
import { RecordEvents } from '../../design/record-events.js';
import { useMay } from '../../session/use-session.js';
import type { Deal } from '../pipeline/deal.js';
import { AttachmentsOf } from '../attachments/of-record.js';
import { QuotesOfDeal } from '../quotes/of-deal.js';
import { TasksOf } from '../tasks/of-record.js';
import { Actions } from './actions.js';
import { Chance } from './chance.js';
import { Lines } from './lines.js';
import { useDealTexts } from './texts.js';

type Props = { readonly deal: Deal; readonly fields: readonly Field[] };

const FACTS = [
  ...['step', 'status', 'owner', 'expectedCloseDate', 'country', 'region', 'openedAt', 'stepSince'],
  ...['closedAt', 'reason', 'competitor', 'samples'],
];
const CHANGEABLE = ['expectedCloseDate', 'owner', 'country', 'region'];

/** A deal that was read: its lines, its events, its terms. */
export const Shown = ({ deal, fields }: Props) => {
  const t = useDealTexts();
  const { dealId, customerId, customerName, title, value, openedAt } = deal;
  return (
    <>
      <PageHead
        title={title}
        parent={{ title: t('pipeline'), to: '/pipeline', here: t('here') }}
        meta={
          <>
            <CustomerLink customerId={customerId} customerName={customerName} />
            <Amount value={value} />
          </>
        }
        actions={<Actions deal={deal} fields={fields} />}
      />
      <div className="cols record">
        <div className="left">
          <Lines deal={deal} fields={fields.find(({ name }) => name === 'lines')?.item?.fields ?? []} />
          <RecordEvents customerId={customerId} id={['dealId', dealId]} since={openedAt} fields={fields} />
        </div>
        <div className="right">
          <TasksOf customerId={customerId} of={{ dealId }} isOpen={deal.status === 'open'} />
          <QuotesOfDeal dealId={dealId} isOpen={deal.status === 'open'} />
          <AttachmentsOf to={{ customerId, dealId }} />
          <Terms deal={deal} fields={fields} />
        </div>
      </div>
    </>
  );
};

const Terms = ({ deal, fields }: Props) => {
  const [t, may] = [useDealTexts(), useMay()];
  const { dealId, status } = deal;
  return (
    <Section title={t('facts')}>
      <Chance deal={deal} fields={fields} />
      <ChangeableFacts
        record={deal}
        fields={fields}
        names={FACTS}
        changeable={status === 'open' && may('deals.write') ? CHANGEABLE : []}
        by="ChangeDeal"
        of={{ dealId }}
      />
    </Section>
  );
};
