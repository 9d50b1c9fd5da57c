import { getCountries } from 'libphonenumber-js/max';
import { folded } from './fold.js';
import { isPhoneRegion, type PhoneRegion } from './phone.js';

const named = (language: string): readonly (readonly [string, PhoneRegion])[] => {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return getCountries().map((region) => [folded(names.of(region) ?? region), region]);
};

let known: ReadonlyMap<string, PhoneRegion> | undefined;

/** The region of a country by its two letters, or its English or Chinese name; `undefined` if it is not known. */
export const phoneRegionOf = (country: string): PhoneRegion | undefined => {
  const letters = country.trim().toUpperCase();
  if (isPhoneRegion(letters)) return letters;
  known ??= new Map([...named('zh'), ...named('en')]);
  return known.get(folded(country.trim()));
};

type Country = { readonly country?: string | undefined };

/** The regions of the numbers of a customer that have no country code: of its countries, then that of the company. */
export const phoneRegionsOf = (
  {
    geographic,
    addresses = [],
  }: { readonly geographic?: Country | undefined; readonly addresses?: readonly Country[] | undefined },
  own: PhoneRegion,
): readonly PhoneRegion[] => {
  const countries = [geographic?.country, ...addresses.map(({ country }) => country)];
  const known = countries.flatMap((country) => (country === undefined ? [] : (phoneRegionOf(country) ?? [])));
  return [...new Set([...known, own])];
};
