import { profile } from '@annals/contracts-customers';
import { customerId, day, field, instant, label, staff } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';
import type { ListedCustomer } from './listed-customer.js';
import { placeOf, shown } from './profile.js';
import { lifecycleState } from './lifecycle-state.js';

const { name, code, kind, roles, region, phone, email, geographic } = profile.shape;

const comingChange = z.strictObject({
  number: z.number().int(),
  effectiveDate: day,
  fields: z.array(label).meta({ examples: [['phone']] }),
});

/** A line of the list as the API answers it; `null` is what is not known. */
export const customerRow = z.strictObject({
  customerId,
  name: name.nullable(),
  code: code.unwrap().nullable(),
  kind: kind.nullable(),
  roles: z.array(roles.element),
  region: region.unwrap().nullable(),
  country: geographic.unwrap().shape.country.unwrap().nullable(),
  city: geographic.unwrap().shape.city.unwrap().nullable(),
  phone: phone.unwrap().nullable(),
  email: email.unwrap().nullable(),
  owner: field(staff.nullable(), { en: 'Owner', zh: '负责人' }),
  state: field(lifecycleState, { en: 'Lifecycle state', zh: '生命周期阶段' }),
  lastContactAt: field(instant.nullable(), { en: 'Last contact', zh: '最近联系时间' }),
  registeredAt: field(instant.nullable(), { en: 'Registered', zh: '登记时间' }),
  coming: field(
    z.array(comingChange),
    { en: 'Coming changes', zh: '待生效变更' },
    {
      description: {
        en: "Changes that take effect later, the next one first; what they change is on the customer's page.",
        zh: '稍后生效的变更，最近的在前；变更内容见客户页面。',
      },
    },
  ),
});
export type CustomerRow = Immutable<z.output<typeof customerRow>>;

const UNKNOWN = { name: null, code: null, kind: null, roles: [], region: null, phone: null, email: null };

export const rowOf = (customer: ListedCustomer): CustomerRow => {
  const { customerId, profile, coming, owner, lifecycle, lastContactAt, registeredAt } = customer;
  const row = { customerId, owner, lastContactAt, registeredAt, coming, state: lifecycle.change.to };
  return { ...row, ...UNKNOWN, ...shown(profile), ...placeOf(profile) };
};
