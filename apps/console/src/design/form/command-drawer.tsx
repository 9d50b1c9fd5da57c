import { useId, useState, type ReactNode } from 'react';
import type { Field } from '../../api/catalogue.js';
import type { Receipt } from '../../api/command.js';
import { useWords } from '../../words/language.js';
import { SideDrawer } from '../dialog.js';
import { ErrorNotice, SkeletonLines } from '../states.js';
import { DraftNote } from './draft-note.js';
import { FormField } from './fields.js';
import { FormConflict, type ChangedRecord } from './form-conflict.js';
import type { FormState } from './single.js';
import { useFormTexts } from './texts.js';
import { useCommandForm, type CommandFormOptions } from './use-command-form.js';
import type { Values } from './values.js';

type Props<Answer> = CommandFormOptions<Answer> & {
  /** The record that the command changes, as it is shown now, with its fields; in place of `revision`. */
  readonly record?: ChangedRecord;
  /** In place of what the command is called. */
  readonly title?: string;
  /** What the button says, in place of Save. */
  readonly action?: string;
  /** The optional fields that are shown at once, beside those that are required. */
  readonly shown?: readonly string[];
  /** Above the fields: what the rules say of what was entered so far. */
  readonly before?: (values: Values) => ReactNode;
  readonly onClose: () => void;
};

/** The form of a command beside the page, made from its description; closed, it keeps what was entered. */
export const CommandDrawer = <Answer = Receipt,>(props: Props<Answer>) => {
  const { title, action, shown = [], before, onClose, record, ...options } = props;
  const [original] = useState(record);
  const [word, id] = [useWords(), useId()];
  const form = useCommandForm<Answer>({
    ...options,
    ...(original && { revision: original.revision, holdsRevision: true }),
    onDone: (answer) => {
      onClose();
      options.onDone(answer);
    },
  });
  const footer = <Foot id={id} action={action} isClosed={form.isBusy || !form.form} onClose={onClose} />;
  return (
    <SideDrawer title={title ?? (form.form && word(form.form.title))} onClose={onClose} footer={footer}>
      {form.form ? <Body id={id} form={form} shown={shown} before={before} /> : <SkeletonLines count={6} />}
      <FormConflict form={form} original={original} record={record} />
    </SideDrawer>
  );
};

type FootProps = {
  readonly id: string;
  readonly action: string | undefined;
  readonly isClosed: boolean;
  readonly onClose: () => void;
};

const Foot = ({ id, action, isClosed, onClose }: FootProps) => {
  const t = useFormTexts();
  return (
    <div className="drawer-foot">
      <button type="button" className="btn" onClick={onClose}>
        {t('cancel')}
      </button>
      <button type="submit" form={id} className="btn main-act" disabled={isClosed}>
        {action ?? t('save')}
      </button>
    </div>
  );
};

type BodyProps = Required<Pick<Props<unknown>, 'shown'>> & {
  readonly id: string;
  readonly form: ReturnType<typeof useCommandForm>;
  readonly before: Props<unknown>['before'] | undefined;
};

const Body = ({ id, form, shown, before }: BodyProps) => {
  const [first, more] = inOrder(form.fields, shown);
  return (
    <form
      id={id}
      className="drawer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <DraftNote draft={form.draft} />
      {form.error !== undefined && <ErrorNotice error={form.error} />}
      {before?.(form.values)}
      <Fields fields={first} state={form} />
      {more.length > 0 && <More fields={more} state={form} />}
    </form>
  );
};

const inOrder = (fields: readonly Field[], shown: readonly string[]): readonly [readonly Field[], readonly Field[]] => {
  const isFirst = ({ name, required }: Field) => required === true || shown.includes(name);
  const place = ({ name }: Field) => (shown.includes(name) ? shown.indexOf(name) : -1);
  const sorted = fields.filter(isFirst).toSorted((one, other) => place(one) - place(other));
  return [sorted, fields.filter((field) => !isFirst(field))];
};

const Fields = ({ fields, state }: { readonly fields: readonly Field[]; readonly state: FormState }) =>
  fields.map((field, index) => (
    <FormField key={field.name} field={field} path={[field.name]} state={state} isFirst={index === 0} />
  ));

/** Opens by itself where a rule refuses one of the fields. */
const More = ({ fields, state }: { readonly fields: readonly Field[]; readonly state: FormState }) => {
  const [isOpen, open] = useState(false);
  const t = useFormTexts();
  const isRefused = fields.some(({ name }) => [...state.messages.keys()].some((path) => path.split('.')[0] === name));
  return isOpen || isRefused ? (
    <Fields fields={fields} state={state} />
  ) : (
    <button type="button" className="btn plain start" onClick={() => open(true)}>
      {t('more')}
    </button>
  );
};
