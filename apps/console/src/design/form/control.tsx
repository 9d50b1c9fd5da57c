import type { Field } from '../../api/catalogue.js';
import { useLanguage } from '../../words/language.js';
import { useFormTexts } from './texts.js';
import { useOfferedUsers } from './use-offered-users.js';

export type ControlProps = {
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly describedBy?: string | undefined;
  readonly isInvalid?: boolean;
  readonly isFirst?: boolean;
};

const textIn = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const shared = ({ id, value, describedBy, isInvalid = false, isFirst = false, field }: ControlProps) => ({
  id,
  className: 'in',
  value: textIn(value),
  'aria-describedby': describedBy,
  'aria-invalid': isInvalid,
  autoFocus: isFirst,
  required: field.required,
});

const TYPES: Partial<Record<Field['kind'], string>> = { day: 'date', instant: 'datetime-local', integer: 'number' };

/** The control of a single value, by the kind of its field. */
export const Control = (props: ControlProps) => {
  const { field, onChange } = props;
  if (field.kind === 'choice') return <Choice {...props} />;
  if (field.kind === 'flag') return <Flag {...props} />;
  if (field.kind === 'person') return <Person {...props} />;
  const { maxLength } = field.limits ?? {};
  if (field.kind === 'long-text')
    return (
      <textarea {...shared(props)} rows={3} maxLength={maxLength} onChange={({ target }) => onChange(target.value)} />
    );
  return (
    <input
      {...shared(props)}
      type={TYPES[field.kind] ?? 'text'}
      inputMode={field.kind === 'decimal' ? 'decimal' : undefined}
      maxLength={maxLength}
      placeholder={field.example}
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
    />
  );
};

const FEW = 4; // values that are shown at once

const Choice = (props: ControlProps) => {
  const { field, value, onChange, describedBy, id } = props;
  const [t, language] = [useFormTexts(), useLanguage()];
  const values = field.values ?? [];
  if (values.length <= FEW)
    return (
      <div className="seg wrap" role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy}>
        {values.map((each) => (
          <button
            key={each.value}
            type="button"
            aria-pressed={String(each.value) === textIn(value)}
            onClick={() =>
              onChange(String(each.value) === textIn(value) && !field.required ? undefined : String(each.value))
            }
          >
            {each[language]}
          </button>
        ))}
      </div>
    );
  return (
    <select {...shared(props)} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('choose')}</option>
      {values.map((each) => (
        <option key={each.value} value={each.value}>
          {each[language]}
        </option>
      ))}
    </select>
  );
};

const Flag = ({ id, value, onChange, describedBy }: ControlProps) => {
  const t = useFormTexts();
  return (
    <label className="check">
      <input
        id={id}
        type="checkbox"
        checked={value === true}
        aria-describedby={describedBy}
        onChange={({ target }) => onChange(target.checked ? true : undefined)}
      />
      {t('yes')}
    </label>
  );
};

const Person = (props: ControlProps) => {
  const [t, users] = [useFormTexts(), useOfferedUsers()];
  const { value, onChange } = props;
  const id = (value as { readonly id?: string } | undefined)?.id ?? '';
  const choose = (next: string) => onChange(next === '' ? undefined : { id: next });
  if (!users) return <input {...shared({ ...props, value: id })} onChange={({ target }) => choose(target.value)} />;
  return (
    <select {...shared({ ...props, value: id })} onChange={({ target }) => choose(target.value)}>
      <option value="">{t('choose')}</option>
      {users.map(({ userId, displayName }) => (
        <option key={userId} value={userId}>
          {displayName}
        </option>
      ))}
    </select>
  );
};
