import { useId } from 'react';
import type { Field } from '../../api/catalogue.js';
import { useWords } from '../../words/language.js';
import { Control } from './control.js';
import { useFormTexts } from './texts.js';
import { messageAt, valueAt, type Path } from './values.js';

/** What was entered, and what the rules say of it. */
export type FormState = {
  readonly values: unknown;
  readonly messages: ReadonlyMap<string, string>;
  readonly change: (path: Path, value: unknown) => void;
};

export type FieldProps = {
  readonly field: Field;
  readonly path: Path;
  readonly state: FormState;
  readonly isFirst?: boolean;
};

/** The label of a field; what may be left out says so. */
export const useLabel = ({ label, name, required }: Field) => {
  const [word, t] = [useWords(), useFormTexts()];
  return `${label ? word(label) : name}${required ? '' : ` (${t('optional')})`}`;
};

/** Its help or, in place of that, the message of a rule. */
export const Help = ({
  id,
  field,
  message,
}: {
  readonly id: string;
  readonly field: Field;
  readonly message: string | undefined;
}) => {
  const word = useWords();
  if (message !== undefined)
    return (
      <span className="help bad" id={id} role="alert">
        {message}
      </span>
    );
  return field.help ? (
    <span className="help" id={id}>
      {word(field.help).replaceAll('`', '')}
    </span>
  ) : null;
};

/** A field with one control. */
export const Single = ({ field, path, state, isFirst = false }: FieldProps) => {
  const [id, label] = [useId(), useLabel(field)];
  const message = messageAt(state.messages, path);
  const describes = message !== undefined || field.help ? `${id}-help` : undefined;
  return (
    <div className="field">
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <Control
        {...{ id, field, isFirst }}
        value={valueAt(state.values, path)}
        onChange={(value) => state.change(path, value)}
        describedBy={describes}
        isInvalid={message !== undefined}
      />
      <Help id={`${id}-help`} field={field} message={message} />
    </div>
  );
};

const CURRENCIES = ['CNY', 'EUR', 'USD', 'JPY', 'GBP', 'HKD'];

/** An amount and its currency. */
export const Money = ({ field, path, state }: FieldProps) => {
  const [id, label] = [useId(), useLabel(field)];
  const message = messageAt(state.messages, path);
  const control = (name: string) => ({
    id: `${id}-${name}`,
    className: 'in',
    value: (valueAt(state.values, [...path, name]) as string | undefined) ?? '',
    'aria-invalid': message !== undefined,
    onChange: ({ target }: { readonly target: { readonly value: string } }) =>
      state.change([...path, name], target.value),
  });
  return (
    <div className="field">
      <label htmlFor={`${id}-amount`}>{label}</label>
      <div className="row money">
        <input {...control('amount')} inputMode="decimal" className="in num" autoComplete="off" />
        <input
          {...control('currency')}
          list={`${id}-currencies`}
          aria-label={`${label} ISO 4217`}
          maxLength={3}
          placeholder="CNY"
        />
        <datalist id={`${id}-currencies`}>
          {CURRENCIES.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      </div>
      <Help id={`${id}-help`} field={field} message={message} />
    </div>
  );
};
