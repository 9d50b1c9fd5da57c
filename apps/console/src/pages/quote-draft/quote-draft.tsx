import { useState } from 'react';
import { useParams } from 'react-router';
import { newKey } from '../../api/new-key.js';
import { addressOf } from '../../design/addresses.js';
import { CustomerLink } from '../../design/customer-link.js';
import { PageHead } from '../../design/page-head.js';
import { RecordPage } from '../../design/record-page.js';
import { texts } from '../../words/texts.js';
import { readDeal } from '../pipeline/read-deal.js';
import type { Deal } from '../pipeline/deal.js';
import { QuoteEditor } from '../quote/editor/editor.js';
import { BLANK, lineOfDeal } from '../quote/editor/lines.js';

const useTexts = texts({
  title: ['Draft a quote', '起草报价单'],
  here: ['Draft a quote', '起草报价单'],
});

/** Drafts a quote for a deal, with the lines of the deal until others are entered. */
const QuoteDraftPage = () => {
  const { dealId = '' } = useParams();
  return (
    <RecordPage list="/v1/deals" of={['deal', dealId]} read={readDeal(dealId)}>
      {(deal) => <Drafting deal={deal} />}
    </RecordPage>
  );
};

const Drafting = ({ deal }: { readonly deal: Deal }) => {
  const [quoteId] = useState(newKey);
  const [count, again] = useState(0);
  const t = useTexts();
  const { dealId, customerId, customerName, title, value, country, lines } = deal;
  const { currency } = value;
  const address = addressOf.deal(dealId);
  return (
    <>
      <PageHead
        title={t('title')}
        parent={{ title, to: address, here: t('here') }}
        meta={<CustomerLink customerId={customerId} customerName={customerName} />}
      />
      <div className="page">
        <QuoteEditor
          key={count}
          command="DraftQuote"
          fixed={{ quoteId, customerId, dealId }}
          draftOf={{ dealId }}
          initial={{ title, currency, taxRegion: country, recipient: customerName }}
          {...{ quoteId, currency, lines: lines.length === 0 ? [BLANK] : lines.map(lineOfDeal) }}
          back={address}
          again={() => again(count + 1)}
        />
      </div>
    </>
  );
};

export default QuoteDraftPage;
