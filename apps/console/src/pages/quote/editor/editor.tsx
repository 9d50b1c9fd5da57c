import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ApiProblem } from '../../../api/problem.js';
import { addressOf } from '../../../design/addresses.js';
import { isConflict } from '../../../design/conflict/conflict.js';
import { DraftNote } from '../../../design/form/draft-note.js';
import { FormField } from '../../../design/form/fields.js';
import { useCommandForm } from '../../../design/form/use-command-form.js';
import { messageAt, type Values } from '../../../design/form/values.js';
import { Section } from '../../../design/section.js';
import { ErrorNotice, SkeletonLines } from '../../../design/states.js';
import { LinesEditor } from './lines-editor.js';
import type { DiscountValue, EnteredLine } from './lines.js';
import { DiscountField } from './discount-field.js';
import { refusedField } from './refusals.js';
import { useEditorTexts } from './texts.js';

/** What is entered beside the lines, in its order; what is optional can be emptied. */
const TERMS = ['title', 'validUntil', 'recipient', 'paymentTerms', 'notes', 'taxRegion', 'currency', 'number', 'owner'];
const FIELDS = {
  ...Object.fromEntries(['discount', 'taxRegion', 'paymentTerms', 'notes'].map((name) => [name, { blank: true }])),
  recipient: { blank: true, kind: 'long-text' },
} as const;

type Props = {
  readonly command: 'DraftQuote' | 'ReviseQuote';
  readonly fixed: Values;
  /** What the draft of the form belongs to, if not `fixed`. */
  readonly draftOf?: Values;
  readonly initial: Values;
  readonly revision?: number | null;
  /** The lines until others are entered, and their currency. */
  readonly lines: readonly EnteredLine[];
  readonly currency: string;
  /** The quote after it was saved. */
  readonly quoteId: string;
  readonly back: string;
  /** Begins again with what is known now. */
  readonly again: () => void;
};

/** The form of a quote: lines, discounts, taxes and terms. Its totals follow when it is saved. */
export const QuoteEditor = (props: Props) => {
  const { command, fixed, draftOf = fixed, initial, quoteId, back } = props;
  const [revision] = useState(props.revision);
  const [t, navigate] = [useEditorTexts(), useNavigate()];
  const form = useCommandForm({
    ...{ name: command, fixed, draftOf, initial, fields: FIELDS, revision, holdsRevision: true },
    onDone: () => void navigate(addressOf.quote(quoteId), { replace: true }),
  });
  if (!form.form) return <SkeletonLines count={8} />;
  const { values, change } = form;
  const { lines, discount, currency } = { ...props, ...enteredIn(values) };
  const [messages, error] = placed(form, { lines, discount });
  const begin = () => {
    form.draft.discard();
    props.again();
  };
  const state = { values, messages, change };
  return (
    <form
      className="drawer-form quote-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <DraftNote draft={form.draft} />
      <Refused error={error} again={begin} />
      <LinesEditor
        {...{ lines, currency, messages }}
        field={form.fields.find(({ name }) => name === 'lines')}
        onChange={(next) => change(['lines'], next)}
      />
      <div className="whole">
        <DiscountField
          label={t('whole')}
          value={discount}
          message={messageAt(messages, ['discount'])}
          onChange={(next) => change(['discount'], next)}
        />
      </div>
      <Section title={t('terms')}>
        <div className="quote-terms">
          {TERMS.flatMap((name) => form.fields.filter((each) => each.name === name)).map((field) => (
            <FormField key={field.name} field={field} path={[field.name]} state={state} />
          ))}
        </div>
      </Section>
      <div className="quote-foot">
        <span className="small muted">{t('totalsFollow')}</span>
        <button type="button" className="btn" onClick={() => void navigate(back)}>
          {t('cancel')}
        </button>
        <button type="submit" className="btn main-act" disabled={form.isBusy}>
          {t(command === 'DraftQuote' ? 'draft' : 'save')}
        </button>
      </div>
    </form>
  );
};

type Entered = {
  readonly lines?: readonly EnteredLine[];
  readonly currency?: string;
  readonly discount: DiscountValue | null | undefined;
};

/** What was entered, as far as it was. */
const enteredIn = (values: Values): Entered => {
  const { lines, currency, discount } = values as Partial<Entered>;
  return { ...(lines && { lines }), ...(currency !== undefined && { currency }), discount };
};

type Form = Pick<ReturnType<typeof useCommandForm>, 'messages' | 'error'>;

/** The messages of rules at their fields, and the error that belongs to none of them. */
const placed = ({ messages, error }: Form, entered: Parameters<typeof refusedField>[1]) => {
  const field = error instanceof ApiProblem ? refusedField(error, entered) : undefined;
  if (field === undefined) return [messages, error] as const;
  return [new Map([...messages, [field, (error as ApiProblem).message]]), undefined] as const;
};

type RefusedProps = { readonly error: unknown; readonly again: () => void };

const Refused = ({ error, again }: RefusedProps) => {
  const t = useEditorTexts();
  if (error === undefined) return null;
  if (!isConflict(error)) return <ErrorNotice error={error} />;
  return (
    <div className="notice" role="alert">
      <span>{t('changed')}</span>
      <button type="button" className="btn" onClick={again}>
        {t('again')}
      </button>
    </div>
  );
};
