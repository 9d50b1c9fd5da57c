import { profile, type RecordedChange } from '@annals/contracts-customers';
import { label } from '@annals/contracts-values';
import { z } from 'zod';

const { geographic, demographic, value } = profile.shape;

const whereabouts = geographic.unwrap().pick({ country: true, province: true, settlement: true, climate: true });
const company = demographic.unwrap().pick({ employees: true, annualRevenue: true, ownership: true, foundedYear: true });
const { kind, roles, code, organisationCode, businessLicence, industry, department, region, customerSince } =
  profile.shape;

/** The part of a customer's profile without personal data. */
export const customerProfile = z.object({
  ...{ kind, roles, code, organisationCode, businessLicence, industry, department, region, customerSince },
  // Groups that strip unknown fields: those of the profile refuse them.
  geographic: whereabouts.strip().optional(),
  demographic: company.strip().optional(),
  value: value.unwrap().strip().optional(),
});

const pathsOf = (object: z.ZodObject, before = ''): string[] =>
  Object.entries<z.core.$ZodType>(object.shape).flatMap(([name, field]) => {
    const type = field instanceof z.ZodOptional ? field.unwrap() : field;
    return type instanceof z.ZodObject ? pathsOf(type, `${before}${name}.`) : [`${before}${name}`];
  });

const leaving = new Set(pathsOf(customerProfile));

/** The changed field, with its values if `customerProfile` has the field. */
export const publicChanges = {
  schema: z.array(z.object({ field: label, before: z.unknown().optional(), after: z.unknown().optional() })),
  from: ({ changes, ...rest }: { readonly changes: readonly RecordedChange[] }): object => ({
    ...rest,
    changes: changes.map((each) => (leaving.has(each.field) ? each : { field: each.field })),
  }),
};
