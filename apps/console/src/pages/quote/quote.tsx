import { useParams } from 'react-router';
import { RecordPage } from '../../design/record-page.js';
import { readQuote } from './read-quote.js';
import { Shown } from './shown.js';

/** A quote: what its last version says, its approval, and all versions. */
const QuotePage = () => {
  const { quoteId = '' } = useParams();
  return (
    <RecordPage list="/v1/quotes" of={['quote', quoteId]} read={readQuote(quoteId)}>
      {(quote, fields) => <Shown quote={quote} fields={fields} />}
    </RecordPage>
  );
};

export default QuotePage;
