import { ChangeableFacts } from '../../design/changeable-facts.js';
import { Clock } from '../../design/clock.js';
import { CustomerLink } from '../../design/customer-link.js';
import { Section } from '../../design/section.js';
import { RecordEvents } from '../../design/record-events.js';
import { PageHead } from '../../design/page-head.js';
import { useMay } from '../../session/use-session.js';
import { Ended } from '../complaints/ended.js';
import { AttachmentsOf } from '../attachments/of-record.js';
import { TasksOf } from '../tasks/of-record.js';
import { Actions } from './actions.js';
import type { ShownProps } from './props.js';
import { Said } from './said.js';
import { useComplaintTexts } from './texts.js';
import { Times } from './times.js';

const FACTS = ['severity', 'category', 'channel', 'product', 'tier', 'assignee', 'filedAt', 'reopened'];
const CHANGEABLE = ['severity', 'category', 'channel', 'product'];

/** A complaint that was read. */
export const Shown = ({ complaint, fields }: ShownProps) => {
  const t = useComplaintTexts();
  const { complaintId, customerId, customerName, subject, status, filedAt } = complaint;
  return (
    <>
      <PageHead
        title={subject}
        parent={{ title: t('complaints'), to: '/complaints', here: t('here') }}
        meta={
          <>
            <CustomerLink customerId={customerId} customerName={customerName} />
            {status === 'open' ? <Clock {...complaint} /> : <Ended complaint={complaint} />}
          </>
        }
        actions={<Actions complaint={complaint} fields={fields} />}
      />
      <div className="cols record">
        <div className="left">
          <Said complaint={complaint} fields={fields} />
          <RecordEvents customerId={customerId} id={['complaintId', complaintId]} since={filedAt} fields={fields} />
        </div>
        <div className="right">
          <Times complaint={complaint} />
          <TasksOf customerId={customerId} of={{ complaintId }} isOpen={status === 'open'} />
          <AttachmentsOf to={{ customerId, complaintId }} />
          <ComplaintFacts complaint={complaint} fields={fields} />
        </div>
      </div>
    </>
  );
};

const ComplaintFacts = ({ complaint, fields }: ShownProps) => {
  const [t, may] = [useComplaintTexts(), useMay()];
  const { complaintId, status } = complaint;
  return (
    <Section title={t('facts')}>
      <ChangeableFacts
        record={complaint}
        fields={fields}
        names={FACTS}
        changeable={status === 'open' && may('complaints.write') ? CHANGEABLE : []}
        by="ChangeComplaint"
        of={{ complaintId }}
        isNothing={(value) => value === null || value === 0}
      />
    </Section>
  );
};
