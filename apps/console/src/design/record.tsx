import { useState, type ReactNode } from 'react';
import type { Field } from '../api/catalogue.js';
import { useWords } from '../words/language.js';
import { texts } from '../words/texts.js';
import { Editing, type FactChange } from './fact-editing.js';
import { Icon } from './icon.js';
import { Value } from './list/cell.js';

const useTexts = texts({
  add: ['Add', '添加'],
  change: ['Change {{field}}', '修改{{field}}'],
});

/** The facts of a record, each a `Fact`. */
export const Facts = ({ children }: { readonly children: ReactNode }) => <dl className="facts">{children}</dl>;

type FactProps = {
  readonly field: Field;
  readonly value: unknown;
  /** In place of how the kind of the field is shown. */
  readonly shown?: ReactNode;
  /** How it is changed; without it the fact cannot be changed here. */
  readonly change?: FactChange | undefined;
};

/** A fact; a click on its value changes it in place, with the reason directly below. */
export const Fact = (props: FactProps) => {
  const { field, value, change } = props;
  const [isEditing, edit] = useState(false);
  const word = useWords();
  const label = field.label ? word(field.label) : field.name;
  return (
    <div className="fact">
      <dt>{label}</dt>
      {isEditing && change ? (
        <dd className="editing">
          <Editing {...{ field, value, label, change }} leave={() => edit(false)} />
        </dd>
      ) : (
        <dd>
          <Known {...props} label={label} edit={() => edit(true)} />
        </dd>
      )}
    </div>
  );
};

const isKnown = (value: unknown) => value !== null && value !== undefined && value !== '';

type KnownProps = FactProps & { readonly label: string; readonly edit: () => void };

const Known = ({ field, value, shown, change, label, edit }: KnownProps) => {
  const t = useTexts();
  const content = shown ?? <Value value={value} field={field} />;
  if (!change) return content;
  return (
    <button type="button" className="val" onClick={edit}>
      {isKnown(value) ? content : <span className="faint">{t('add')}</span>}
      <Icon name="edit" />
      <span className="sr">{t('change', { field: label })}</span>
    </button>
  );
};
