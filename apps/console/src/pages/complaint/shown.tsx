import { Link } from 'react-router';
import { send } from '../../api/command.js';
import { Clock } from '../../design/clock.js';
import { Fact, Facts } from '../../design/record.js';
import { Section } from '../../design/section.js';
import { RecordEvents } from '../../design/record-events.js';
import { PageHead } from '../../design/page-head.js';
import { useMay, useRefresh } from '../../session/use-session.js';
import { Ended } from '../complaints/ended.js';
import { Actions } from './actions.js';
import type { ShownProps } from './props.js';
import { Said } from './said.js';
import { useComplaintTexts } from './texts.js';
import { Times } from './times.js';

const FACTS = ['severity', 'category', 'channel', 'product', 'tier', 'assignee', 'filedAt', 'reopened'] as const;
const CHANGEABLE: readonly string[] = ['severity', 'category', 'channel', 'product'];

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
            <Link className="link" to={`/customers/${encodeURIComponent(customerId)}`}>
              {customerName ?? customerId}
            </Link>
            {status === 'open' ? <Clock {...complaint} /> : <Ended complaint={complaint} />}
          </>
        }
        actions={<Actions complaint={complaint} />}
      />
      <div className="cols record">
        <div className="left">
          <Said complaint={complaint} fields={fields} />
          <RecordEvents customerId={customerId} id={['complaintId', complaintId]} since={filedAt} fields={fields} />
        </div>
        <div className="right">
          <Times complaint={complaint} />
          <ComplaintFacts complaint={complaint} fields={fields} />
        </div>
      </div>
    </>
  );
};

const ComplaintFacts = ({ complaint, fields }: ShownProps) => {
  const [t, may, refresh] = [useComplaintTexts(), useMay(), useRefresh()];
  const { complaintId, revision, status } = complaint;
  const mayChange = status === 'open' && may('complaints.write');
  const saving = (name: string) => async (value: unknown, reason: string) => {
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    await send({ name: 'ChangeComplaint', fields: { complaintId, [name]: value, ...why }, revision });
    await refresh();
  };
  return (
    <Section title={t('facts')}>
      <Facts>
        {FACTS.map((name) => {
          const field = fields.find((each) => each.name === name);
          const value = complaint[name];
          const save = mayChange && CHANGEABLE.includes(name) ? saving(name) : undefined;
          if (!field || (!save && (value === null || value === 0))) return null;
          return <Fact key={name} field={field} value={value} save={save} />;
        })}
      </Facts>
    </Section>
  );
};
