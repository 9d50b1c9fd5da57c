import { useWords } from '../../words/language.js';
import { Icon } from '../icon.js';
import { Help, Money, Single, useLabel, type FieldProps } from './single.js';
import { useFormTexts } from './texts.js';
import { messageAt, valueAt } from './values.js';

/** A field with its label above, and below its help or, in place of that, the message of a rule. */
export const FormField = (props: FieldProps) => {
  const { field } = props;
  if (field.kind === 'list') return <Items {...props} />;
  if (field.kind === 'money') return <Money {...props} />;
  return field.kind === 'object' ? <Group {...props} /> : <Single {...props} />;
};

const Group = ({ field, path, state }: FieldProps) => (
  <fieldset className="group">
    <legend className="lab">{useLabel(field)}</legend>
    {(field.fields ?? []).map((each) => (
      <FormField key={each.name} field={each} path={[...path, each.name]} state={state} />
    ))}
  </fieldset>
);

const Items = ({ field, path, state }: FieldProps) => {
  const [t, label] = [useFormTexts(), useLabel(field)];
  const items = (valueAt(state.values, path) as readonly unknown[] | undefined) ?? [];
  const item = { ...(field.item ?? { name: '', kind: 'text' as const }), required: true };
  if (item.kind === 'choice') return <Several field={field} path={path} state={state} />;
  return (
    <fieldset className="group">
      <legend className="lab">{label}</legend>
      {items.map((_, index) => (
        <div key={index} className="one">
          <FormField
            field={{ ...item, label: { en: `${index + 1}`, zh: `${index + 1}` } }}
            path={[...path, index]}
            state={state}
          />
          <button
            type="button"
            className="btn plain mini"
            onClick={() =>
              state.change(
                path,
                items.filter((__, each) => each !== index),
              )
            }
          >
            <Icon name="bin" small /> {t('remove')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn mini start"
        onClick={() => state.change(path, [...items, item.fields ? {} : ''])}
      >
        <Icon name="plus" small /> {t('addOne')}
      </button>
      <Help id="" field={{ ...field }} message={messageAt(state.messages, path)} />
    </fieldset>
  );
};

const Several = ({ field, path, state }: FieldProps) => {
  const [word, label] = [useWords(), useLabel(field)];
  const chosen = (valueAt(state.values, path) as readonly unknown[] | undefined) ?? [];
  const toggle = (value: unknown) =>
    state.change(path, chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <fieldset className="group flat">
      <legend className="lab">{label}</legend>
      <div className="chips">
        {(field.item?.values ?? []).map((each) => (
          <label key={each.value} className="check">
            <input type="checkbox" checked={chosen.includes(each.value)} onChange={() => toggle(each.value)} />
            {word(each)}
          </label>
        ))}
      </div>
      <Help id="" field={field} message={messageAt(state.messages, path)} />
    </fieldset>
  );
};
