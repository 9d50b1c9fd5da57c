import { useState } from 'react';
import type { Field } from '../../api/catalogue.js';
import { useLanguage } from '../../words/language.js';
import { useListTexts } from './texts.js';

type Props = {
  readonly field: Field;
  readonly valuesOf: (name: string) => readonly string[];
  readonly onChange: (name: string, values: readonly string[]) => void;
};

/** The control in which the values of a filter are chosen. */
export const FilterValue = (props: Props) => {
  const { kind } = props.field;
  if (kind === 'choice') return <Choices {...props} />;
  if (kind === 'range') return <Range {...props} />;
  return kind === 'flag' ? <Flag {...props} /> : <Words {...props} />;
};

const Choices = ({ field, valuesOf, onChange }: Props) => {
  const [language, chosen] = [useLanguage(), valuesOf(field.name)];
  const toggle = (value: string) =>
    onChange(
      field.name,
      chosen.includes(value) ? chosen.filter((each) => each !== value) : [...(field.several ? chosen : []), value],
    );
  return (
    <>
      {(field.values ?? []).map((each) => (
        <label key={each.value} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(String(each.value))}
            onChange={() => toggle(String(each.value))}
          />
          {each[language]}
        </label>
      ))}
    </>
  );
};

const Flag = ({ field, valuesOf, onChange }: Props) => {
  const t = useListTexts();
  const isSet = valuesOf(field.name).includes('true');
  return (
    <label className="check">
      <input type="checkbox" checked={isSet} onChange={() => onChange(field.name, isSet ? [] : ['true'])} />
      {t('only')}
    </label>
  );
};

const Range = ({ field, valuesOf, onChange }: Props) => {
  const t = useListTexts();
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} className="field">
          <span className="lab">{t(end)}</span>
          <input
            className="in"
            type="date"
            value={valuesOf(`${field.name}.${end}`)[0] ?? ''}
            onChange={({ target }) => onChange(`${field.name}.${end}`, target.value === '' ? [] : [target.value])}
          />
        </label>
      ))}
    </>
  );
};

const Words = ({ field, valuesOf, onChange }: Props) => {
  const [t, chosen] = [useListTexts(), valuesOf(field.name)];
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() !== '') onChange(field.name, [...new Set([...(field.several ? chosen : []), text.trim()])]);
    setText('');
  };
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {chosen.map((value) => (
        <label key={value} className="check">
          <input
            type="checkbox"
            checked
            onChange={() =>
              onChange(
                field.name,
                chosen.filter((each) => each !== value),
              )
            }
          />
          {value}
        </label>
      ))}
      <input
        className="in"
        autoFocus
        aria-label={t('value')}
        value={text}
        placeholder={field.example}
        onChange={({ target }) => setText(target.value)}
        onBlur={add}
      />
      <button type="submit" className="btn mini">
        {t('add')}
      </button>
    </form>
  );
};
