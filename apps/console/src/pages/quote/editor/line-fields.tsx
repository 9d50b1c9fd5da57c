import { useId } from 'react';
import type { Field } from '../../../api/catalogue.js';
import { Icon } from '../../../design/icon.js';
import { useWords } from '../../../words/language.js';
import { DiscountField } from './discount-field.js';
import type { EnteredLine } from './lines.js';
import { ProductField } from './product-field.js';
import { useEditorTexts } from './texts.js';
import { usePriceOfDay } from './use-products.js';

type Props = {
  readonly number: number;
  readonly line: EnteredLine;
  readonly currency: string;
  readonly taxClasses: NonNullable<Field['values']>;
  readonly messageOf: (name: string) => string | undefined;
  readonly onChange: (line: EnteredLine) => void;
  readonly onRemove: () => void;
};

/** A line that is entered. */
export const LineFields = ({ number, line, currency, taxClasses, messageOf, onChange, onRemove }: Props) => {
  const t = useEditorTexts();
  const price = usePriceOfDay({ ...line, currency });
  const change = (part: Partial<EnteredLine>) => onChange({ ...line, ...part });
  return (
    <div className="quote-line" role="group" aria-label={`${number}`}>
      <ProductField line={line} currency={currency} message={messageOf('product')} onChange={change} />
      <Figure
        label={t('quantity')}
        value={line.quantity}
        message={messageOf('quantity')}
        onChange={(quantity) => change({ quantity })}
      />
      <Figure
        label={t('unitPrice')}
        value={line.unitPrice ?? ''}
        placeholder={price ?? ''}
        message={messageOf('unitPrice')}
        onChange={(value) => change({ unitPrice: value === '' ? undefined : value })}
      />
      <DiscountField
        label={t('discount')}
        value={line.discount}
        message={messageOf('discount')}
        onChange={(discount) => change({ discount })}
      />
      <TaxClassField line={line} taxClasses={taxClasses} change={change} />
      <button type="button" className="btn plain remove" aria-label={t('remove', { number })} onClick={onRemove}>
        <Icon name="bin" />
      </button>
    </div>
  );
};

type FigureProps = {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly message: string | undefined;
  readonly onChange: (value: string) => void;
};

const Figure = ({ label, value, placeholder, message, onChange }: FigureProps) => {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...{ id, value, placeholder }}
        className="in num"
        inputMode="decimal"
        autoComplete="off"
        maxLength={30}
        aria-invalid={message !== undefined}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => onChange(target.value.trim())}
      />
      <span id={`${id}-help`} className="help bad">
        {message}
      </span>
    </div>
  );
};

type TaxProps = Pick<Props, 'line' | 'taxClasses'> & { readonly change: (part: Partial<EnteredLine>) => void };

const TaxClassField = ({ line, taxClasses, change }: TaxProps) => {
  const [t, word, id] = [useEditorTexts(), useWords(), useId()];
  return (
    <div className="field">
      <label htmlFor={id}>{t('taxClass')}</label>
      <select
        id={id}
        className="in"
        value={line.taxClass ?? ''}
        onChange={({ target }) => change({ taxClass: target.value === '' ? undefined : target.value })}
      >
        <option value="">{t('ofProduct')}</option>
        {taxClasses.map((each) => (
          <option key={each.value} value={each.value}>
            {word(each)}
          </option>
        ))}
      </select>
    </div>
  );
};
