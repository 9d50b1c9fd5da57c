import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { Shown } from './shown.js';

/** A user: account, roles, place in the organisation, and what he or she is responsible for. */
const UserPage = () => {
  const { userId = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['users', 'one', userId],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/users/{userId}', { params: { path: { userId } }, signal })),
  });
  return (
    <>
      {error && (
        <div className="page">
          <ErrorNotice error={error} retry={() => void refetch()} />
        </div>
      )}
      {data && <Shown user={data} />}
      {!data && !error && (
        <div className="page">
          <SkeletonLines count={8} />
        </div>
      )}
    </>
  );
};

export default UserPage;
