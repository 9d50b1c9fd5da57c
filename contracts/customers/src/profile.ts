import { attributes, choice, day, expected, field, label, ofCustomer, personal } from '@annals/contracts-values';
import { z } from 'zod';
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

const address = z.strictObject({
  kind: field(
    choice({
      registered: { en: 'Registered', zh: '注册地址' },
      billing: { en: 'Billing', zh: '账单地址' },
      delivery: { en: 'Delivery', zh: '收货地址' },
      home: { en: 'Home', zh: '家庭地址' },
      other: { en: 'Other', zh: '其他' },
    }),
    { en: 'Kind of address', zh: '地址类型' },
    { example: 'billing' },
  ),
  street: field(personal, { en: 'Street', zh: '街道' }, { example: '1 Renmin Road' }).optional(),
  city: field(personal, { en: 'City', zh: '城市' }, { example: 'Shanghai' }).optional(),
  region: field(label, { en: 'Region', zh: '区域' }, { example: 'east' }).optional(),
  postalCode: field(personal, { en: 'Postal code', zh: '邮政编码' }, { example: '200000' }).optional(),
  country: field(label, { en: 'Country', zh: '国家/地区' }, { example: 'CN' }).optional(),
});

const contactPerson = z.strictObject({
  name: field(personal, { en: 'Name', zh: '名称' }, { example: 'Acme 有限公司' }),
  title: field(personal, { en: 'Job title', zh: '职务' }, { example: 'Purchasing manager' }).optional(),
  phone: field(personal, { en: 'Phone', zh: '电话' }, { example: '+86 21 6123 4567' }).optional(),
  email: field(personal, { en: 'E-mail', zh: '电子邮箱' }, { example: 'info@example.com' }).optional(),
  primary: field(z.boolean(), { en: 'Main contact', zh: '主要联系人' }, { example: true }).optional(),
});

/** All that a customer's file says, as it is now: static facts, the four groups of segmentation variables, free attributes. */
export const profile = z.object({
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
    { example: '91310000MA1FL0XX0X' },
  ).optional(),
  /** Of a person, often the number of the identity card. */
  taxNumber: field(personal, { en: 'Tax number', zh: '税号' }, { example: '310101199005010011' }).optional(),
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
  addresses: field(
    z.array(address).max(50),
    { en: 'Addresses', zh: '地址' },
    { example: [{ kind: 'billing', city: 'Shanghai' }] },
  ).optional(),
  contactPersons: field(
    z.array(contactPerson).max(200),
    { en: 'Contact persons', zh: '联系人' },
    { example: [{ name: '王芳', primary: true }] },
  ).optional(),
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
