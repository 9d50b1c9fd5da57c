import { profile } from '@annals/contracts-customers';
import type { Scalar } from '@annals/event-sourcing';
import { folded } from '@annals/text';
import { z } from 'zod';
import { placeOf, type ListedProfile } from './profile.js';

const { kind, geographic, demographic, psychographic, value } = profile.shape;

const GROUPS = { geographic, demographic, psychographic, value };

/** What is inside of an optional field, or one member of a list. */
const memberOf = (schema: z.ZodType): z.ZodType => {
  if (schema instanceof z.ZodOptional) return memberOf(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodArray ? memberOf(schema.element as z.ZodType) : schema;
};

/** `demographic.gender` and all other variables of segmentation, as the contract has them. */
const variables = Object.entries(GROUPS).flatMap(([group, schema]) =>
  Object.entries<z.ZodType>(schema.unwrap().shape).map(([name, each]) => [`${group}.${name}`, memberOf(each)] as const),
);

const { country, city } = geographic.unwrap().shape;

const TRAITS: Readonly<Record<string, z.ZodType>> = {
  ...{ kind, country: memberOf(country), city: memberOf(city) },
  ...Object.fromEntries(variables),
};

const isPersonal = (schema: z.ZodType) => schema.meta()?.['personal'] !== undefined;

const those = (personal: boolean) =>
  Object.fromEntries(Object.entries(TRAITS).filter(([, schema]) => isPersonal(schema) === personal));

/** What customers can be filtered by besides their place and state, and what of it is personal. */
export const openTraits = those(false);
export const personalTraits = those(true);

/** The text by which customers with a trait are found; letters compare without regard to case, width and accents. */
export const traitOf = (name: string, value: Scalar): string => `${name}=${folded(String(value))}`;

/** The traits of a customer that are among these. */
export const traitsIn = (among: Readonly<Record<string, z.ZodType>>, customer: ListedProfile): readonly string[] =>
  Object.entries(valuesOf(customer)).flatMap(([name, values]) =>
    name in among ? [values].flat().flatMap((each) => (isKnown(each) ? [traitOf(name, each)] : [])) : [],
  );

type Values = Scalar | readonly Scalar[] | undefined;

const isKnown = (value: Scalar | undefined): value is Scalar => value !== null && value !== undefined;

const valuesOf = (customer: ListedProfile): Readonly<Record<string, Values>> => ({
  ...{ kind: customer.kind, ...placeOf(customer) },
  ...Object.fromEntries(
    (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).flatMap((group) =>
      Object.entries<Values>(customer[group] ?? {}).map(([name, each]) => [`${group}.${name}`, each]),
    ),
  ),
});
