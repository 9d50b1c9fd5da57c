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
