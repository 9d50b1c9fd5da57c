import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { useListForm } from '../../design/list/use-list.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { Shown } from './shown.js';

/** A complaint: what was said, what became of it, and its events. */
const ComplaintPage = () => {
  const { complaintId = '' } = useParams();
  const form = useListForm('/v1/complaints');
  const found = useQuery({
    queryKey: ['complaint', complaintId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/v1/complaints/{complaintId}', { params: { path: { complaintId } }, signal })),
  });
  if (found.data && form) return <Shown complaint={found.data} fields={form.columns} />;
  return (
    <div className="page">
      {found.error ? (
        <ErrorNotice error={found.error} retry={() => void found.refetch()} />
      ) : (
        <SkeletonLines count={8} />
      )}
    </div>
  );
};

export default ComplaintPage;
