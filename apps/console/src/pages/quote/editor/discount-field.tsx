import { useId, useState } from 'react';
import { discountOf, type DiscountValue } from './lines.js';
import { useEditorTexts } from './texts.js';

type Props = {
  readonly label: string;
  readonly value: DiscountValue | null | undefined;
  readonly message: string | undefined;
  readonly onChange: (value: DiscountValue | undefined) => void;
};

/** A discount as a percentage or an amount. */
export const DiscountField = ({ label, value, message, onChange }: Props) => {
  const [t, id] = [useEditorTexts(), useId()];
  const [chosen, choose] = useState<DiscountValue['kind']>('percent');
  const kind = value?.kind ?? chosen;
  const figure = value?.value ?? '';
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="discount">
        <input
          id={id}
          className="in num"
          inputMode="decimal"
          autoComplete="off"
          value={figure}
          aria-invalid={message !== undefined}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => onChange(discountOf(kind, target.value))}
        />
        <select
          className="in"
          aria-label={t('discountKind')}
          value={kind}
          onChange={({ target }) => {
            const next = target.value as DiscountValue['kind'];
            choose(next);
            onChange(discountOf(next, figure));
          }}
        >
          <option value="percent">{t('percent')}</option>
          <option value="amount">{t('amount')}</option>
        </select>
      </div>
      <span id={`${id}-help`} className="help bad">
        {message}
      </span>
    </div>
  );
};
