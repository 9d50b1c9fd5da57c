import { addressOf } from '../../design/addresses.js';
import { Following } from '../../design/following.js';
import { Icon } from '../../design/icon.js';
import { Lifecycle } from '../../design/lifecycle.js';
import { List } from '../../design/list/list.js';
import { PageHead } from '../../design/page-head.js';
import { useAddress } from '../../design/use-address.js';
import { useMay } from '../../session/use-session.js';
import { withParam } from '../../design/with-param.js';
import { RegisterCustomer } from './register.js';
import { AssignOwner } from './assign.js';
import type { CustomerRow } from './assigning.js';
import { useCustomersTexts } from './texts.js';

const LISTS = ['/v1/customers'];

/** Every customer that the user may see. */
const Customers = () => {
  const [t, may, [params, set]] = [useCustomersTexts(), useMay(), useAddress()];
  const register = (kind: string | undefined) => set((before) => withParam(before, 'register', kind));
  const kind = params.get('register');
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          may('customers.write') && (
            <button type="button" className="btn main-act" onClick={() => register('organisation')}>
              <Icon name="plus" /> {t('register')}
            </button>
          )
        }
      />
      {kind && may('customers.write') && <RegisterCustomer kind={kind} onClose={() => register(undefined)} />}
      <div className="page">
        <Following lists={LISTS}>
          <List<CustomerRow>
            path="/v1/customers"
            searchLabel={t('search')}
            saves={[]}
            {...(may('customers.assign') && { bulk: assigning })}
            idOf={({ customerId }) => customerId}
            to={({ customerId }) => addressOf.customer(customerId)}
            columns={[
              { name: 'name', width: '36%', phone: 'wide', show: (row) => <Name row={row} /> },
              { name: 'state', phone: 'start', show: ({ state }) => <Lifecycle state={state} /> },
              { name: 'city' },
              { name: 'owner' },
              { name: 'lastContactAt', phone: 'side' },
              { name: 'registeredAt' },
            ]}
          />
        </Following>
      </div>
    </>
  );
};

const assigning = (rows: readonly CustomerRow[], done: () => void) => <AssignOwner rows={rows} done={done} />;

const Name = ({ row: { name, code, customerId } }: { readonly row: CustomerRow }) => (
  <>
    {name ?? customerId}{' '}
    {code && (
      <span className="small faint" style={{ fontWeight: 400 }}>
        {code}
      </span>
    )}
  </>
);

export default Customers;
