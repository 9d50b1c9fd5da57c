import { useParams } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { RecordPage } from '../../design/record-page.js';
import { Shown } from './shown.js';

/** A product of the catalogue with its prices. */
const ProductPage = () => {
  const { productId = '' } = useParams();
  return (
    <RecordPage
      list="/v1/products"
      of={['product', productId]}
      read={(signal) => answerOf(api.GET('/v1/products/{productId}', { params: { path: { productId } }, signal }))}
    >
      {(product, fields) => <Shown product={product} fields={fields} />}
    </RecordPage>
  );
};

export default ProductPage;
