import { Link } from 'react-router';
import { addressOf } from './addresses.js';

type Props = { readonly customerId: string; readonly customerName?: string | null | undefined };

/** Leads from a record to its customer. */
export const CustomerLink = ({ customerId, customerName }: Props) => (
  <Link className="link" to={addressOf.customer(customerId)}>
    {customerName ?? customerId}
  </Link>
);
