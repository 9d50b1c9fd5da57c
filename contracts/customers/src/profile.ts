import { attributes, day, decimal, label, ofCustomer, personal } from '@annals/contracts-values';
import { z } from 'zod';

export const KINDS = ['person', 'organisation'] as const;
export const ROLES = ['end-customer', 'distributor', 'partner', 'supplier', 'prospect'] as const;

const address = z.strictObject({
  kind: z.enum(['registered', 'billing', 'delivery', 'home', 'other']),
  street: personal.optional(),
  city: personal.optional(),
  region: label.optional(),
  postalCode: personal.optional(),
  country: label.optional(),
});

const contactPerson = z.strictObject({
  name: personal,
  title: personal.optional(),
  phone: personal.optional(),
  email: personal.optional(),
  primary: z.boolean().optional(),
});

const geographic = z.strictObject({
  country: label.optional(),
  province: label.optional(),
  city: personal.optional(),
  district: personal.optional(),
  settlement: z.enum(['urban', 'suburban', 'rural']).optional(),
  climate: label.optional(),
});

const demographic = z.strictObject({
  gender: z.enum(['female', 'male', 'other']).meta(ofCustomer).optional(),
  birthDate: day.meta(ofCustomer).optional(),
  ageBand: personal.optional(),
  maritalStatus: personal.optional(),
  householdSize: z.number().int().min(1).max(100).meta(ofCustomer).optional(),
  dependents: z.boolean().meta(ofCustomer).optional(),
  occupation: personal.optional(),
  education: personal.optional(),
  incomeBand: personal.optional(),
  employees: z.number().int().min(0).optional(),
  annualRevenue: decimal.optional(),
  ownership: label.optional(),
  foundedYear: z.number().int().min(1000).max(9999).optional(),
});

const psychographic = z.strictObject({
  lifestyle: personal.optional(),
  personality: personal.optional(),
  values: personal.optional(),
  socialClass: personal.optional(),
  interests: z.array(personal).max(50).optional(),
  attitude: z.enum(['enthusiastic', 'positive', 'indifferent', 'negative', 'hostile']).meta(ofCustomer).optional(),
});

/** What the relation is worth, and how the customer buys and uses. */
const value = z.strictObject({
  tenureMonths: z.number().int().min(0).max(1200).optional(),
  contract: label.optional(),
  services: z.array(label).max(100).optional(),
  paymentMethod: label.optional(),
  monthlyCharge: decimal.optional(),
  totalCharge: decimal.optional(),
  usageRate: z.enum(['light', 'medium', 'heavy']).optional(),
  loyalty: z.enum(['none', 'medium', 'strong', 'absolute']).optional(),
  potential: z.enum(['low', 'medium', 'high']).optional(),
  influence: z.enum(['low', 'medium', 'high']).optional(),
});

/** All that a customer's file says, as it is now: static facts, the four groups of segmentation variables, free attributes. */
export const profile = z.object({
  kind: z.enum(KINDS),
  name: personal,
  code: label.optional(),
  roles: z
    .array(z.enum(ROLES))
    .min(1)
    .refine((roles) => new Set(roles).size === roles.length, 'names a role twice'),
  organisationCode: label.optional(),
  /** Of a person, often the number of the identity card. */
  taxNumber: personal.optional(),
  businessLicence: label.optional(),
  email: z.email().max(254).meta(ofCustomer).optional(),
  phone: personal.optional(),
  fax: personal.optional(),
  website: label.optional(),
  industry: label.optional(),
  department: label.optional(),
  region: label.optional(),
  customerSince: day.optional(),
  addresses: z.array(address).max(50).optional(),
  contactPersons: z.array(contactPerson).max(200).optional(),
  geographic: geographic.optional(),
  demographic: demographic.optional(),
  psychographic: psychographic.optional(),
  value: value.optional(),
  attributes: attributes.optional(),
});
export type CustomerProfile = z.infer<typeof profile>;
