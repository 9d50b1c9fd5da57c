import {
  atMost,
  attributes,
  choice,
  day,
  expected,
  field,
  label,
  ofCustomer,
  personal,
} from '@annals/contracts-values';
import { z } from 'zod';
import {
  address,
  addressV1,
  contactPerson,
  contactPersonV1,
  givenAddress,
  givenContactPerson,
  MOST_PARTS,
} from './profile-parts.js';
import { demographic, geographic, psychographic, value } from './segmentation.js';

const kind = choice({ person: { en: 'Person', zh: '个人' }, organisation: { en: 'Organisation', zh: '组织' } });
export const KINDS = kind.options;

const role = choice({
  'end-customer': { en: 'End customer', zh: '最终客户' },
  distributor: { en: 'Distributor', zh: '经销商' },
  partner: { en: 'Partner', zh: '合作伙伴' },
  supplier: { en: 'Supplier', zh: '供应商' },
  prospect: { en: 'Prospect', zh: '潜在客户' },
});
export const ROLES = role.options;

const addresses = { en: 'Addresses', zh: '地址' };
const contactPersons = { en: 'Contact persons', zh: '联系人' };
const billing = { kind: 'billing' as const, city: 'Shanghai' };
const wang = { name: '王芳', primary: true };

/** The current data of a customer: static facts, the four groups of segmentation variables, free attributes. */
export const profile = z.strictObject({
  kind: field(kind, { en: 'Kind', zh: '客户类型' }, { example: 'organisation' }),
  name: field(personal, { en: 'Name', zh: '名称' }, { example: 'Acme 有限公司' }),
  code: field(label, { en: 'Customer code', zh: '客户编号' }, { example: 'ACME' }).optional(),
  roles: field(
    z
      .array(role)
      .min(1)
      .refine((roles) => new Set(roles).size === roles.length, expected('each role once', '不重复的角色')),
    { en: 'Roles', zh: '角色' },
    { example: ['prospect'] },
  ),
  organisationCode: field(
    label,
    { en: 'Organisation code', zh: '统一社会信用代码' },
    {
      example: '91310000MA1FL0XX09',
      description: {
        en: 'A unified social credit code, or a code of another scheme that it names, such as `duns:150483782`: `uscc`, `cn-org`, `cn-id`, `vat`, `duns`, `lei` or `other`.',
        zh: '统一社会信用代码；其他编码注明类型，例如 `duns:150483782`，类型为 `uscc`、`cn-org`、`cn-id`、`vat`、`duns`、`lei` 或 `other`。',
      },
    },
  ).optional(),
  /** Of a person, often the number of the identity card. */
  taxNumber: field(personal, { en: 'Tax number', zh: '税号' }, { example: '31010119900501001X' }).optional(),
  businessLicence: field(label, { en: 'Business licence', zh: '营业执照' }, { example: '310000400012345' }).optional(),
  email: field(
    z.email().max(254).meta(ofCustomer),
    { en: 'E-mail', zh: '电子邮箱' },
    { example: 'info@example.com' },
  ).optional(),
  phone: field(personal, { en: 'Phone', zh: '电话' }, { example: '+86 21 6123 4567' }).optional(),
  fax: field(personal, { en: 'Fax', zh: '传真' }, { example: '+86 21 6123 4568' }).optional(),
  website: field(label, { en: 'Website', zh: '网站' }, { example: 'https://example.com' }).optional(),
  industry: field(label, { en: 'Industry', zh: '行业' }, { example: 'power' }).optional(),
  department: field(label, { en: 'Department', zh: '部门' }, { example: 'key-accounts' }).optional(),
  region: field(label, { en: 'Region', zh: '区域' }, { example: 'east' }).optional(),
  customerSince: field(day, { en: 'Customer since', zh: '成为客户日期' }, { example: '2019-03-01' }).optional(),
  addresses: field(z.array(address).max(MOST_PARTS.addresses), addresses, {
    example: [{ addressId: 'c-1001:a1', ...billing }],
  }).optional(),
  contactPersons: field(z.array(contactPerson).max(MOST_PARTS.contactPersons), contactPersons, {
    example: [{ personId: 'c-1001:p1', ...wang }],
  }).optional(),
  geographic: field(
    geographic,
    { en: 'Geographic variables', zh: '地理变量' },
    { example: { country: 'CN' } },
  ).optional(),
  demographic: field(
    demographic,
    { en: 'Demographic variables', zh: '人口统计变量' },
    { example: { employees: 250 } },
  ).optional(),
  psychographic: field(
    psychographic,
    { en: 'Psychographic variables', zh: '心理变量' },
    { example: { attitude: 'positive' } },
  ).optional(),
  value: field(value, { en: 'Value variables', zh: '价值变量' }, { example: { loyalty: 'strong' } }).optional(),
  attributes: field(
    attributes,
    { en: 'Further attributes', zh: '其他属性' },
    { example: { meterType: 'smart' } },
  ).optional(),
});
export type CustomerProfile = z.infer<typeof profile>;

/** The version whose parts have no ids. */
export const profileV1 = profile.extend({
  addresses: field(z.array(addressV1).max(50), addresses, { example: [billing] }).optional(),
  contactPersons: field(z.array(contactPersonV1).max(200), contactPersons, { example: [wang] }).optional(),
});

/** The form in which callers send it: parts without an id get one. */
export const givenProfile = profile.extend({
  addresses: field(z.array(givenAddress).max(MOST_PARTS.addresses), addresses, { example: [billing] }).optional(),
  contactPersons: field(z.array(givenContactPerson).max(MOST_PARTS.contactPersons), contactPersons, {
    example: [wang],
  }).optional(),
  roles: profile.shape.roles.meta({ maxItems: ROLES.length }), // since none may be named twice
  attributes: atMost(200, profile.shape.attributes),
});
export type GivenProfile = z.infer<typeof givenProfile>;
