import { addressOf } from '../../design/addresses.js';
import { Clock } from '../../design/clock.js';
import { DeskPage } from '../../design/list/desk-page.js';
import { List } from '../../design/list/list.js';
import { Empty } from '../../design/states.js';
import { useMay, useSession } from '../../session/use-session.js';
import { useComplaintsTexts } from './texts.js';
import { Ended } from './ended.js';
import { useTake, type Complaint } from './use-take.js';

const DESKS = ['open', 'overdue', 'mine', 'paused', 'closed'] as const;
type Desk = (typeof DESKS)[number];

/** What each desk shows, and in which order until the user sorts. */
const conditionsOf = (desk: Desk, userId: string) => {
  const open = { status: 'open', sort: 'dueAt' };
  return {
    open,
    overdue: { ...open, overdue: 'true' },
    mine: { ...open, assignee: userId },
    paused: { ...open, paused: 'true' },
    closed: { status: ['resolved', 'withdrawn'], sort: '-filedAt' },
  }[desk];
};

/** The desk of the service: what is due first stands first. */
const Complaints = () => {
  const [t, { userId }] = [useComplaintsTexts(), useSession()];
  return (
    <DeskPage
      title={t('title')}
      label={t('desks')}
      path="/v1/complaints"
      desks={DESKS}
      name={t}
      conditionsOf={(desk) => conditionsOf(desk, userId)}
      begin={{ right: 'complaints.file', param: 'file', label: t('file'), command: 'FileComplaint' }}
    >
      {(desk) => <Desk key={desk} desk={desk} />}
    </DeskPage>
  );
};

const Desk = ({ desk }: { readonly desk: Desk }) => {
  const [t, may, { userId }, { take, holderOf }] = [useComplaintsTexts(), useMay(), useSession(), useTake()];
  return (
    <List<Complaint>
      path="/v1/complaints"
      saves={['desk']}
      fixed={conditionsOf(desk, userId)}
      idOf={({ complaintId }) => complaintId}
      to={({ complaintId }) => addressOf.complaint(complaintId)}
      columns={[
        { name: 'subject', width: '30%', phone: 'wide' },
        { name: 'customerName', width: '20%', phone: 'wide', label: { en: 'Customer', zh: '客户' } },
        { name: 'severity' },
        {
          name: 'dueAt',
          width: '184px',
          phone: 'start',
          show: (row) => (row.status === 'open' ? <Clock {...row} /> : <Ended complaint={row} />),
        },
        { name: 'tier', width: '72px' },
        {
          name: 'assignee',
          phone: 'side',
          show: (row) => {
            const holder = holderOf(row);
            const mayTake = row.status === 'open' && holder?.id !== userId && may('complaints.write');
            return (
              <span className="holder">
                <span className={holder ? undefined : 'faint'}>
                  {holder ? (holder.name ?? holder.id) : t('nobody')}
                </span>
                {mayTake && (
                  <button type="button" className="btn mini" onClick={() => take(row)}>
                    {t('take')}
                  </button>
                )}
              </span>
            );
          },
        },
      ]}
      empty={<Empty title={t('none')}>{t('noneWhy')}</Empty>}
    />
  );
};

export default Complaints;
