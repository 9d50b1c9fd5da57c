import { useId, useState } from 'react';
import type { Field } from '../api/catalogue.js';
import { draftKeeper } from '../api/drafts.js';
import { ApiProblem } from '../api/problem.js';
import { texts } from '../words/texts.js';
import { Control } from './form/control.js';
import { DraftNote } from './form/draft-note.js';
import { useDraft } from './form/use-draft.js';
import { valueAt, withValue, type Path, type Values } from './form/values.js';
import { Value } from './list/cell.js';
import { useProblemText } from './states.js';

const useTexts = texts({
  reason: ['Reason', '原因'],
  save: ['Save', '保存'],
  cancel: ['Cancel', '取消'],
  keys: ['Enter saves, Esc leaves', 'Enter 保存，Esc 取消'],
});

/** How a fact is changed by a command. */
export type FactChange = {
  /** Saves another value with a reason, for the revision of the record that was shown when the user began. */
  readonly save: (value: unknown, reason: string, at: number | null) => Promise<void>;
  /** The command and the ids of what it changes, then the name of the fact. */
  readonly draftOf: readonly [name: string, ...ids: readonly string[]];
  /** Where the value stands in the fields of the command. */
  readonly path: Path;
  readonly revision: number | null | undefined;
};

type EditingProps = {
  readonly field: Field;
  readonly value: unknown;
  readonly label: string;
  readonly change: FactChange;
  readonly leave: () => void;
};

/** The value and the reason, with their draft. */
const useFactDraft = (value: unknown, { draftOf: [name, ...ids], path, revision }: FactChange) => {
  const [keeper] = useState(() => draftKeeper(name, ids));
  const draft = useDraft({ keeper, initial: withValue({}, path, value ?? null) as Values, revision });
  const put = (at: Path, next: unknown) => draft.change(withValue(draft.values, at, next) as Values);
  return {
    draft,
    next: valueAt(draft.values, path),
    setNext: (next: unknown) => put(path, next === '' ? null : (next ?? null)),
    reason: (valueAt(draft.values, ['reason']) as string | null | undefined) ?? '',
    setReason: (reason: string) => put(['reason'], reason),
  };
};

/** What a rule says of the value. */
const ruleIn = (error: unknown) => (error instanceof ApiProblem ? error.errors[0]?.message : undefined);

/** Changing a fact in place, with the reason directly below. */
export const Editing = ({ field, value, label, change, leave }: EditingProps) => {
  // The record as it was shown when editing began: what others change meanwhile is not overwritten.
  const [asShown] = useState(change);
  const { draft, next, setNext, reason, setReason } = useFactDraft(value, asShown);
  const [error, setError] = useState<unknown>();
  const [t, textOf, id] = [useTexts(), useProblemText(), useId()];
  const end = () => {
    draft.sent();
    leave();
  };
  const submit = () => asShown.save(next, reason, draft.at).then(end, setError);
  const message = error === undefined ? undefined : (ruleIn(error) ?? textOf(error));
  if (!draft.isReady) return <Value value={value} field={field} />;
  return (
    <form
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={({ key }) => key === 'Escape' && end()}
    >
      <DraftNote draft={draft} />
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
        <button type="button" className="btn mini" onClick={end}>
          {t('cancel')}
        </button>
        <button type="submit" className="btn mini main-act">
          {t('save')}
        </button>
      </span>
    </form>
  );
};
