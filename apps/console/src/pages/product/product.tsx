import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { useListForm } from '../../design/list/use-list.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { Shown } from './shown.js';

/** A product of the catalogue with its prices. */
const ProductPage = () => {
  const { productId = '' } = useParams();
  const form = useListForm('/v1/products');
  const found = useQuery({
    queryKey: ['product', productId],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/products/{productId}', { params: { path: { productId } }, signal })),
  });
  if (found.error && !found.data)
    return (
      <div className="page">
        <ErrorNotice error={found.error} retry={() => void found.refetch()} />
      </div>
    );
  if (!found.data || !form)
    return (
      <div className="page">
        <SkeletonLines count={8} />
      </div>
    );
  return <Shown product={found.data} fields={form.columns} />;
};

export default ProductPage;
