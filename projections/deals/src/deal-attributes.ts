import type { Attributes } from '@annals/contracts-values';
import { text, type ViewField } from '@annals/event-sourcing';
import type { Deal } from './deal.js';

const LONGEST = 200; // characters; a longer text is no value to group by

/** The value of a further attribute of a deal, as a text to group by. */
export const attributeOf = ({ attributes }: { readonly attributes: Attributes }, name: string): string | null => {
  const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (value === undefined || value === '') return null;
  const written = `${value}`;
  return written.length > LONGEST ? null : written;
};

/** A field for each of these attributes, under its name. */
export const attributeFields = (names: readonly string[]): Readonly<Record<string, ViewField<Deal>>> =>
  Object.fromEntries(names.map((name) => [name, text((deal: Deal) => attributeOf(deal, name), { personal: true })]));

/** The product of all lines of a deal; of a deal without lines the attribute of this name. */
export const productOf = (deal: Deal): string | null => {
  const [first, ...others] = new Set(deal.lines.map(({ product }) => product));
  if (first === undefined) return attributeOf(deal, 'product');
  return others.length > 0 ? null : first;
};
