import { useParams } from 'react-router';
import { answerOf, api } from '../../api/client.js';
import { RecordPage } from '../../design/record-page.js';
import { Shown } from './shown.js';

/** A complaint: what was said, what became of it, and its events. */
const ComplaintPage = () => {
  const { complaintId = '' } = useParams();
  return (
    <RecordPage
      list="/v1/complaints"
      of={['complaint', complaintId]}
      read={(signal) =>
        answerOf(api.GET('/v1/complaints/{complaintId}', { params: { path: { complaintId } }, signal }))
      }
    >
      {(complaint, fields) => <Shown complaint={complaint} fields={fields} />}
    </RecordPage>
  );
};

export default ComplaintPage;
