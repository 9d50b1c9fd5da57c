import { exact, number } from '../../design/format.js';
import { useValueWords } from '../../design/value-words.js';
import { useLanguage } from '../../words/language.js';
import type { Quote, QuoteLine } from './quote-types.js';

/** A decimal with the digits of the API. */
export const Exact = ({ value }: { readonly value: string }) => <>{exact(value, useLanguage())}</>;

/** A quantity, without the zeros at its end. */
export const Quantity = ({ value }: { readonly value: string }) => <>{number(value, useLanguage())}</>;

type DiscountProps = { readonly discount: QuoteLine['discount'] | Quote['discount'] };

/** `5 %`, or an amount in the currency of the quote. */
export const DiscountText = ({ discount }: DiscountProps) => {
  const language = useLanguage();
  if (!discount) return null;
  const { kind, value } = discount;
  return <>{kind === 'percent' ? `${number(value, language)} %` : exact(value, language)}</>;
};

/** The tax class of a line, in words. */
export const TaxClass = ({ line: { taxClass } }: { readonly line: QuoteLine }) => (
  <>{useValueWords()('TaxClass', taxClass)}</>
);
