import { useParams } from 'react-router';
import type { HistoryEntry } from '../../design/event.js';
import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { useTitle } from '../../design/use-title.js';
import { AttachmentsOf } from '../attachments/of-record.js';
import { QuotesOfCustomer } from '../quotes/of-customer.js';
import { Comparison } from './comparison.js';
import { Contacting } from './contacting.js';
import { useCustomer, useHistory, useLifecycle, type CustomerView, type LifecycleChange } from './data.js';
import { Duplicates } from './duplicates.js';
import { Head } from './head.js';
import { LifeBar } from './life-bar.js';
import { Merged } from './merged.js';
import { useMoment, type Moment } from './moment.js';
import { Consents, Persons, Profile } from './profile.js';
import { Sources } from './sources.js';
import { Story } from './story.js';
import { Suggestions } from './suggestions.js';
import { Todo } from './todo.js';

/** A customer now or at any moment: four sources, what needs doing, rules, facts, and everything that happened. */
const Customer = () => {
  const { customerId = '' } = useParams();
  const moment = useMoment();
  const { data, error, refetch } = useCustomer(customerId, moment);
  // Asked for at once; the id of a merged customer leads to another one.
  const id = data?.customerId ?? customerId;
  const [events, lifecycle] = [useHistory(id), useLifecycle(id)];
  if (error && !data)
    return (
      <div className="page">
        <ErrorNotice error={error} retry={() => void refetch()} />
      </div>
    );
  if (!data)
    return (
      <div className="page">
        <SkeletonLines count={10} />
      </div>
    );
  return <Shown customer={data} events={events} changes={lifecycle?.history} moment={moment} error={error} />;
};

type PageProps = {
  readonly customer: CustomerView;
  readonly moment: Moment;
  readonly events: readonly HistoryEntry[] | undefined;
};

type ShownProps = PageProps & { readonly changes: readonly LifecycleChange[] | undefined; readonly error: unknown };

const Shown = ({ customer, moment, events, changes, error }: ShownProps) => {
  useTitle(customer.profile.name ?? customer.customerId);
  return (
    <>
      <Head customer={customer} moment={moment} />
      {events && <LifeBar events={events} changes={changes ?? []} moment={moment} />}
      {error ? (
        <div className="page">
          <ErrorNotice error={error} />
        </div>
      ) : null}
      {moment.compare === undefined ? (
        <Page customer={customer} moment={moment} events={events} />
      ) : (
        <Comparison customerId={customer.customerId} from={moment.compare} moment={moment} />
      )}
    </>
  );
};

const Page = ({ customer, moment, events }: PageProps) => {
  const isNow = moment.asOf === undefined;
  return (
    <>
      <Sources customer={customer} />
      <div className="cols">
        <div className="left">
          {events && <Story key={customer.customerId} customer={customer} events={events} moment={moment} />}
        </div>
        <div className="right">
          <Todo customer={customer} />
          {isNow && <Contacting customerId={customer.customerId} />}
          {isNow && <Duplicates customer={customer} />}
          {isNow && <Suggestions customer={customer} />}
          <QuotesOfCustomer customer={customer} />
          {isNow && <AttachmentsOf to={{ customerId: customer.customerId }} />}
          <Profile customer={customer} isNow={isNow} />
          <Persons customer={customer} />
          <Consents customer={customer} />
          <Merged customer={customer} isNow={isNow} />
        </div>
      </div>
    </>
  );
};

export default Customer;
