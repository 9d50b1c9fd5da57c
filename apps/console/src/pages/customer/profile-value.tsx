import type { ReactNode } from 'react';
import type { components } from '../../generated/api.js';
import { AnyValue } from '../../design/event.js';
import { address, phone } from '../../design/format.js';
import { Value } from '../../design/list/cell.js';
import { useProfileField } from './fields.js';

type Address = components['schemas']['CustomerViewAddress'];

const addressesOf = (value: unknown) =>
  (value as readonly Address[]).map((each) => <div key={each.addressId}>{address(each)}</div>);

/** Fields that are shown otherwise than their kind. */
const SHOWN: Readonly<Partial<Record<string, (value: unknown) => ReactNode>>> = {
  addresses: addressesOf,
  fax: (value) => phone(String(value)),
  phone: (value) => phone(String(value)),
};

/** A value of the profile, or the owner, as the field is shown. */
export const ProfileValue = ({ path, value }: { readonly path: string; readonly value: unknown }) => {
  const field = useProfileField()(path);
  const show = SHOWN[path];
  if (show) return show(value);
  if (field.item?.fields) return <AnyValue value={value} />;
  return <Value field={path === 'owner' ? { ...field, kind: 'person' } : field} value={value} />;
};
