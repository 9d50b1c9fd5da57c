import { field, label, ofCustomer } from '@annals/contracts-values';
import { z } from 'zod';
import { contactPerson } from './profile-parts.js';

// On disk as parts of events: add a version, never edit one.

/** Any JSON value of a profile field; `null` means "not known". */
const fieldValue = z.json().meta(ofCustomer);

/** `field` is a path of the profile: `phone`, `geographic.country`, `attributes.meterType`. */
export const changeV1 = z.strictObject({
  field: field(label, { en: 'Field', zh: '字段' }, { example: 'phone' }),
  before: field(fieldValue, { en: 'Before', zh: '变更前' }, { example: null }),
  after: field(fieldValue, { en: 'After', zh: '变更后' }, { example: '+86 21 6123 4567' }),
});
export type FieldChange = z.infer<typeof changeV1>;

const PERSONS = 'contactPersons';
const persons = z.array(contactPerson).max(200).nullable();

const personsChange = z.strictObject({
  field: field(z.literal(PERSONS), { en: 'Field', zh: '字段' }),
  persons: field(
    z.strictObject({
      before: field(persons, { en: 'Before', zh: '变更前' }, { example: null }),
      after: field(persons, { en: 'After', zh: '变更后' }, { example: null }),
    }),
    { en: 'Contact persons', zh: '联系人' },
  ),
});
const valueChange = changeV1.extend({ field: changeV1.shape.field.refine((name) => name !== PERSONS) });

/** Changes of contact persons have a separate shape, because their values are personal data of the contact persons. */
export const change = z.union([personsChange, valueChange]);
export type RecordedChange = z.infer<typeof change>;

/** The change in the common form with `before` and `after`. */
export const asFieldChange = (recorded: RecordedChange): FieldChange =>
  'persons' in recorded ? ({ field: recorded.field, ...recorded.persons } as FieldChange) : recorded;

/** The reverse of `asFieldChange`. `before` and `after` must fit the field. */
export const recordedChange = ({ field, before, after }: FieldChange): RecordedChange =>
  field === PERSONS
    ? { field, persons: { before: before as Persons, after: after as Persons } }
    : { field, before, after };

type Persons = z.infer<typeof persons>;
