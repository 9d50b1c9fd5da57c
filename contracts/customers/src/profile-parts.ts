import { choice, field, givenPartId, label, partId, personal, wholeId, type PartKind } from '@annals/contracts-values';
import { z } from 'zod';

// On disk as parts of events: add a version, never edit one.

/** Addresses have ids such as `u-1:a1`, contact persons such as `u-1:p1`. */
export const ADDRESSES = { id: 'addressId', letter: 'a', by: 'kind' } as const satisfies PartKind;
export const CONTACT_PERSONS = { id: 'personId', letter: 'p', by: 'name' } as const satisfies PartKind;

/** The whole id of a contact person whom callers may name by its own part, `p1` for `u-1:p1`. */
export const personIdOf = (customerId: string, personId: string): string => wholeId(customerId, personId);

/** How many of each a customer has at most. */
export const MOST_PARTS = { addresses: 50, contactPersons: 200 } as const;

const addressWords = [{ en: 'Address', zh: '地址编号' }, { example: 'c-1001:a1' }] as const;
const personWords = [{ en: 'Contact person', zh: '联系人编号' }, { example: 'c-1001:p1' }] as const;

/** The version without an id. */
export const addressV1 = z.strictObject({
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

export const address = addressV1.extend({ addressId: field(partId, ...addressWords) });
export const givenAddress = addressV1.extend({ addressId: field(givenPartId, ...addressWords).optional() });

const person = (text: typeof personal) =>
  z.strictObject({
    name: field(text, { en: 'Name', zh: '姓名' }, { example: '王芳' }),
    title: field(text, { en: 'Job title', zh: '职务' }, { example: 'Purchasing manager' }).optional(),
    phone: field(text, { en: 'Phone', zh: '电话' }, { example: '+86 21 6123 4567' }).optional(),
    email: field(text, { en: 'E-mail', zh: '电子邮箱' }, { example: 'info@example.com' }).optional(),
    primary: field(z.boolean(), { en: 'Main contact', zh: '主要联系人' }, { example: true }).optional(),
  });

/** The version without an id, when it was personal data of the customer. */
export const contactPersonV1 = person(personal);

const ofContact = { personal: { whose: 'contact', by: 'personId' } } as const;
export const contactPerson = person(personal.meta(ofContact)).extend({ personId: field(partId, ...personWords) });
export const givenContactPerson = contactPerson.extend({ personId: field(givenPartId, ...personWords).optional() });
