import { useId, useState } from 'react';
import { exactMoney } from '../../../design/format.js';
import { useLanguage } from '../../../words/language.js';
import { nameOf, type Product } from '../../products/name-of.js';
import type { EnteredLine } from './lines.js';
import { useEditorTexts } from './texts.js';
import { useFoundProducts, usePriceOfDay } from './use-products.js';

type Props = {
  readonly line: EnteredLine;
  readonly currency: string;
  readonly message: string | undefined;
  readonly onChange: (change: Partial<EnteredLine>) => void;
};

/** Free text, or a product of the catalogue that is found by what is typed. */
export const ProductField = ({ line, currency, message, onChange }: Props) => {
  const [isOpen, open] = useState(false);
  const [t, language, id] = [useEditorTexts(), useLanguage(), useId()];
  const { product, productId } = line;
  const found = useFoundProducts(product, isOpen);
  const choose = (chosen: Product) => {
    onChange({ ...OTHER, product: nameOf(chosen, language), productId: chosen.productId });
    open(false);
  };
  const help = productId === undefined ? t('freeText') : t('ofCatalogue', { productId });
  return (
    <div
      className="field product"
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) open(false);
      }}
    >
      <label htmlFor={id}>{t('product')}</label>
      <input
        id={id}
        className="in"
        value={product}
        maxLength={200}
        autoComplete="off"
        aria-invalid={message !== undefined}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          onChange({ ...(productId !== undefined && OTHER), product: target.value });
          open(true);
        }}
      />
      <span id={`${id}-help`} className={message === undefined ? 'help' : 'help bad'}>
        {message ?? (product === '' ? '' : help)}
      </span>
      {isOpen && found.length > 0 && (
        <div className="menu found" role="group" aria-label={t('found')}>
          {found.map((each) => (
            <button key={each.productId} type="button" onClick={() => choose(each)}>
              <span>
                {nameOf(each, language)} {each.code && <span className="small faint">{each.code}</span>}
              </span>
              <Price product={each} currency={currency} quantity={line.quantity} />
            </button>
          ))}
        </div>
      )}
    </div>
  );
};

/** Another product has other prices. */
const OTHER = { productId: undefined, unitPrice: undefined, taxClass: undefined };

type PriceProps = { readonly product: Product; readonly currency: string; readonly quantity: string };

const Price = ({ product: { productId }, currency, quantity }: PriceProps) => {
  const [t, language] = [useEditorTexts(), useLanguage()];
  const price = usePriceOfDay({ productId, currency, quantity });
  if (price === undefined) return null;
  const shown =
    price === null ? t('noPrice') : t('priceOfDay', { price: exactMoney({ amount: price, currency }, language) });
  return <span className="small muted price">{shown}</span>;
};
