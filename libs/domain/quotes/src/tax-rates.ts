import { TAX_CLASSES, type TaxClass } from '@annals/contracts-quotes';
import { namedValues, type NamedValues, type Reader } from '@annals/configuration';

/** Tax rates in percent by class, and by region and class: `standard`, `DE.standard`. */
export type TaxRates = NamedValues;

const ENTRY = /^(?:([^.=,]{1,50})\.)?([a-z]{1,20})=(\d{1,3}(?:\.\d{1,4})?)$/;

const entryOf = (text: string): readonly [string, string] | undefined => {
  const [, region, taxClass = '', rate = ''] = ENTRY.exec(text) ?? [];
  const isRate = (TAX_CLASSES as readonly string[]).includes(taxClass) && Number(rate) <= 100;
  return isRate ? [region === undefined ? taxClass : `${region}.${taxClass}`, rate] : undefined;
};

const ALLOWED = `a rate in percent for each of ${TAX_CLASSES.join(', ')}, such as standard=13, and for regions with their own such as DE.standard=19`;
const named = namedValues({ allowed: ALLOWED, read: entryOf });

/** A rate for each class, and others for regions that have their own. */
export const taxRates: Reader<TaxRates> = {
  allowed: ALLOWED,
  read: (text) => {
    const rates = named.read(text);
    return rates && TAX_CLASSES.every((each) => rates[each] !== undefined) ? rates : undefined;
  },
};

/** The rate of a class in a region: its own, or else the general one. */
export const rateIn = (rates: TaxRates, region: string | null, taxClass: TaxClass): string =>
  (region === null ? undefined : rates[`${region}.${taxClass}`]) ?? rates[taxClass]!;
