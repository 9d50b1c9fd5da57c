import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { useListForm } from '../../design/list/use-list.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { Shown } from './shown.js';

/** A deal with its terms. */
const DealPage = () => {
  const { dealId = '' } = useParams();
  const form = useListForm('/v1/deals');
  const found = useQuery({
    queryKey: ['deal', dealId],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/deals/{dealId}', { params: { path: { dealId } }, signal })),
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
  return <Shown deal={found.data} fields={form.columns} />;
};

export default DealPage;
