import { useParams } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { RecordPage } from '../../design/record-page.js';
import { Shown } from './shown.js';

/** A deal with its terms. */
const DealPage = () => {
  const { dealId = '' } = useParams();
  return (
    <RecordPage
      list="/v1/deals"
      of={['deal', dealId]}
      read={(signal) => answerOf(api.GET('/v1/deals/{dealId}', { params: { path: { dealId } }, signal }))}
    >
      {(deal, fields) => <Shown deal={deal} fields={fields} />}
    </RecordPage>
  );
};

export default DealPage;
