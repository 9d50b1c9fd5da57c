import { useId, useState, type ReactNode } from 'react';
import type { Field } from '../api/catalogue.js';
import { ApiProblem } from '../api/problem.js';
import { useWords } from '../words/language.js';
import { texts } from '../words/texts.js';
import { Control } from './form/control.js';
import { Icon } from './icon.js';
import { Value } from './list/cell.js';
import { useProblemText } from './states.js';

const useTexts = texts({
  reason: ['Reason', '原因'],
  save: ['Save', '保存'],
  cancel: ['Cancel', '取消'],
  add: ['Add', '添加'],
  keys: ['Enter saves, Esc leaves', 'Enter 保存，Esc 取消'],
  change: ['Change {{field}}', '修改{{field}}'],
});

/** The facts of a record, each a `Fact`. */
export const Facts = ({ children }: { readonly children: ReactNode }) => <dl className="facts">{children}</dl>;

type FactProps = {
  readonly field: Field;
  readonly value: unknown;
  /** In place of how the kind of the field is shown. */
  readonly shown?: ReactNode;
  /** Saves another value with a reason; without it the fact cannot be changed here. */
  readonly save?: ((value: unknown, reason: string) => Promise<void>) | undefined;
};

/** A fact; a click on its value changes it in place, with the reason directly below. */
export const Fact = (props: FactProps) => {
  const { field, value, save } = props;
  const [isEditing, edit] = useState(false);
  const word = useWords();
  const label = field.label ? word(field.label) : field.name;
  return (
    <div className="fact">
      <dt>{label}</dt>
      {isEditing && save ? (
        <dd className="editing">
          <Editing {...{ field, value, label, save }} leave={() => edit(false)} />
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

const Known = ({ field, value, shown, save, label, edit }: KnownProps) => {
  const t = useTexts();
  const content = shown ?? <Value value={value} field={field} />;
  if (!save) return content;
  return (
    <button type="button" className="val" onClick={edit}>
      {isKnown(value) ? content : <span className="faint">{t('add')}</span>}
      <Icon name="edit" />
      <span className="sr">{t('change', { field: label })}</span>
    </button>
  );
};

type EditingProps = Required<Pick<FactProps, 'field' | 'value'>> & {
  readonly label: string;
  readonly save: NonNullable<FactProps['save']>;
  readonly leave: () => void;
};

const Editing = ({ field, value, label, save, leave }: EditingProps) => {
  const [next, setNext] = useState(value);
  // The record as it was shown when editing began: what others change meanwhile is not overwritten.
  const [saveAsShown] = useState(() => save);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<unknown>();
  const [t, textOf, id] = [useTexts(), useProblemText(), useId()];
  const submit = () => saveAsShown(next === '' ? null : next, reason).then(leave, setError);
  const message =
    error instanceof ApiProblem
      ? (error.errors[0]?.message ?? error.message)
      : error === undefined
        ? undefined
        : textOf(error);
  return (
    <form
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={({ key }) => key === 'Escape' && leave()}
    >
      <label id={`${id}-label`} htmlFor={id} className="sr">
        {label}
      </label>
      <Control
        id={id}
        field={{ ...field, required: false }}
        value={next}
        onChange={setNext}
        isInvalid={message !== undefined}
        describedBy={`${id}-help`}
        isFirst
      />
      <input
        className="in"
        value={reason}
        maxLength={200}
        placeholder={t('reason')}
        aria-label={t('reason')}
        onChange={({ target }) => setReason(target.value)}
      />
      <span className="row">
        <span
          className={message === undefined ? 'help' : 'help bad'}
          id={`${id}-help`}
          role={message === undefined ? undefined : 'alert'}
        >
          {message ?? t('keys')}
        </span>
        <button type="button" className="btn mini" onClick={leave}>
          {t('cancel')}
        </button>
        <button type="submit" className="btn mini main-act">
          {t('save')}
        </button>
      </span>
    </form>
  );
};
