import type { CustomerProfile } from '@annals/contracts-customers';
import type { Scalar } from '@annals/event-sourcing';

const SHOWN = ['kind', 'name', 'code', 'roles', 'email', 'phone', 'region'] as const;
const FOUND_BY = [
  'organisationCode',
  'taxNumber',
  'businessLicence',
  'fax',
  'website',
  'contactPersons',
  'attributes',
] as const;
const SEGMENTED_BY = ['geographic', 'demographic', 'psychographic', 'value'] as const;

/** The fields of a profile that the list shows, or is found or filtered by. */
export const LISTED = [...SHOWN, ...FOUND_BY, ...SEGMENTED_BY, 'department', 'addresses'] as const;

type Known<Field extends keyof CustomerProfile> = { readonly [F in Field]?: NonNullable<CustomerProfile[F]> };

/** Variables by their names, so that each group is masked as a whole. */
type Variables = Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>;

/** What the list shows of a profile, and what it is found and filtered by. */
export type ListedProfile = Known<Exclude<(typeof LISTED)[number], 'demographic' | 'psychographic'>> & {
  readonly demographic?: Variables;
  readonly psychographic?: Variables;
};

const LONGEST = 60; // characters of an attribute that is searched

/** Without the texts of attributes that are too long to be searched: they stay as empty ones, so that later facts still replace them. */
export const withShortAttributes = <P extends ListedProfile>(profile: P): P => {
  const { attributes } = profile;
  if (!attributes || Object.values(attributes).every(isShort)) return profile;
  const short = Object.entries(attributes).map(([name, value]) => [name, isShort(value) ? value : '']);
  return { ...profile, attributes: Object.fromEntries(short) as typeof attributes };
};

const isShort = (value: unknown) => typeof value !== 'string' || value.length <= LONGEST;

const pick =
  <Field extends keyof CustomerProfile>(fields: readonly Field[]) =>
  (profile: Partial<CustomerProfile>) =>
    Object.fromEntries(
      fields.filter((field) => field in profile).map((field) => [field, profile[field]]),
    ) as Known<Field>;

export const shown = pick(SHOWN);

type Place = { readonly country?: string | undefined; readonly city?: string | undefined };

/** Where a customer is: as its geographic data say, else as the first address says. */
export const placeOf = ({ geographic = {}, addresses = [] }: ListedProfile) => {
  const places: readonly Place[] = [geographic, ...addresses.slice(0, 1)];
  const known = (field: keyof Place) => places.map((place) => place[field]).find((value) => value !== undefined);
  return { country: known('country') ?? null, city: known('city') ?? null };
};
