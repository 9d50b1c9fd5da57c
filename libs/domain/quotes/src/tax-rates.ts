import { TAX_CLASSES, type TaxClass } from '@annals/contracts-quotes';
import type { Reader } from '@annals/configuration';

/** Tax rates in percent by class, and by region and class: `standard`, `DE.standard`. */
export type TaxRates = Readonly<Record<string, string>>;

const ENTRY = /^(?:([^.=,]{1,50})\.)?([a-z]{1,20})=(\d{1,3}(?:\.\d{1,4})?)$/;

const entryOf = (text: string): readonly [string, string] | undefined => {
  const [, region, taxClass = '', rate = ''] = ENTRY.exec(text) ?? [];
  const isRate = (TAX_CLASSES as readonly string[]).includes(taxClass) && Number(rate) <= 100;
  return isRate ? [region === undefined ? taxClass : `${region}.${taxClass}`, rate] : undefined;
};

/** A rate for each class, and others for regions that have their own. */
export const taxRates: Reader<TaxRates> = {
  allowed: `a rate in percent for each of ${TAX_CLASSES.join(', ')}, such as standard=13, and for regions with their own such as DE.standard=19`,
  read: (text) => {
    const entries = text.split(',').map((each) => entryOf(each.trim()));
    const known = entries.filter((entry) => entry !== undefined);
    const rates = Object.fromEntries(known);
    const isWhole = known.length === entries.length && Object.keys(rates).length === entries.length;
    return isWhole && TAX_CLASSES.every((each) => rates[each] !== undefined) ? rates : undefined;
  },
};

/** The rate of a class in a region: its own, or else the general one. */
export const rateIn = (rates: TaxRates, region: string | null, taxClass: TaxClass): string =>
  (region === null ? undefined : rates[`${region}.${taxClass}`]) ?? rates[taxClass]!;
