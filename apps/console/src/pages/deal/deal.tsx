import { useParams } from 'react-router';
import { RecordPage } from '../../design/record-page.js';
import { readDeal } from '../pipeline/read-deal.js';
import { Shown } from './shown.js';

/** A deal with its terms. */
const DealPage = () => {
  const { dealId = '' } = useParams();
  return (
    <RecordPage list="/v1/deals" of={['deal', dealId]} read={readDeal(dealId)}>
      {(deal, fields) => <Shown deal={deal} fields={fields} />}
    </RecordPage>
  );
};

export default DealPage;
