import { ErrorNotice, SkeletonLines } from '../../design/states.js';
import { Dialog } from '../../design/dialog.js';
import { FindCustomer } from '../../design/find-customer.js';
import { useAddress } from '../../design/use-address.js';
import { withParam } from '../../design/with-param.js';
import { useCustomer, type CustomerView } from './data.js';
import { MergeForm } from './merge-form.js';
import { useMergeTexts } from './merge-texts.js';

type Props = {
  readonly customer: CustomerView;
  /** Empty while it is to be found. */
  readonly otherId: string;
  readonly onClose: () => void;
};

const WIDTH = 760;

/** Makes one customer of two: who remains, whose values, and what follows from it. */
const Merge = (props: Props) => {
  const t = useMergeTexts();
  return (
    <Dialog title={t('title')} onClose={props.onClose} width={WIDTH}>
      <Body {...props} />
    </Dialog>
  );
};

const Body = (props: Props) => (props.otherId === '' ? <Search {...props} /> : <Both {...props} />);

/** Which other customer it is. */
const Search = ({ customer: { customerId } }: Props) => {
  const [t, [params]] = [useMergeTexts(), useAddress()];
  const to = (otherId: string) => ({ search: withParam(params, 'merge', otherId).toString() });
  return (
    <>
      <FindCustomer label={t('find')} to={to} except={customerId} isFirst />
      <p className="help">{t('findWhy')}</p>
    </>
  );
};

const Both = ({ customer, otherId, onClose }: Props) => {
  const t = useMergeTexts();
  const { data: other, error, refetch } = useCustomer(otherId, { asOf: undefined, axis: 'occurred' });
  if (error) return <ErrorNotice error={error} retry={() => void refetch()} />;
  if (!other) return <SkeletonLines count={8} />;
  if (other.customerId === customer.customerId) return <p className="muted">{t('alreadyOne')}</p>;
  return <MergeForm customers={{ one: customer, other }} onClose={onClose} />;
};

export default Merge;
