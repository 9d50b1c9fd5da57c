import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { commandOf, type CommandForm, type Field } from '../../api/catalogue.js';
import { draftKeeper } from '../../api/drafts.js';
import { isReceipt, send, type Command, type Receipt } from '../../api/command.js';
import { newKey } from '../../api/new-key.js';
import { ApiProblem } from '../../api/problem.js';
import { useRefresh } from '../../session/use-session.js';
import { isConflict } from '../conflict/conflict.js';
import { useDraft } from './use-draft.js';
import { useReceipt } from './use-receipt.js';
import { bodyOf, messagesOf, withValue, type Path, type Values } from './values.js';

export type CommandFormOptions<Answer = Receipt> = {
  /** The name of the command, such as `MakeContact`. */
  readonly name: string;
  /** Values that are not asked for, such as the customer of the page. */
  readonly fixed?: Values;
  /** The ids of what a draft belongs to, if they are not the values of `fixed`. */
  readonly draftOf?: Values;
  /** What stands in the fields at first. */
  readonly initial?: Values;
  /** The revision that the user has seen; with it a record that has changed since is not overwritten. */
  readonly revision?: number | null | undefined;
  /** Whether a draft is sent for the revision that was shown when it was begun: if its fields have values of the record. */
  readonly holdsRevision?: boolean;
  /** In place of what OpenAPI says of a field: for example the values that can be chosen here. */
  readonly fields?: Readonly<Record<string, Partial<Field>>>;
  /** The command that reverses it, offered with the receipt. */
  readonly undo?: ((receipt: Receipt) => Command | undefined) | undefined;
  /** `Answer` is that of an act which is no command, and has no receipt. */
  readonly onDone: (answer: Answer) => void;
};

export const useCommand = (name: string): CommandForm | undefined =>
  useQuery({ queryKey: ['command', name], queryFn: () => commandOf(name), staleTime: Infinity }).data;

/** The same key for the same command, so that it is carried out once however often it is sent. */
const useKeys = () => {
  const last = useRef({ of: '', key: '' });
  return (fields: Values): string => {
    const of = JSON.stringify(fields);
    if (last.current.of !== of) last.current = { of, key: newKey() };
    return last.current.key;
  };
};

/** What was entered, with its draft, and the revision for which it is sent. */
const useValues = ({
  name,
  fixed,
  draftOf = fixed,
  initial = {},
  revision,
  holdsRevision,
}: Omit<CommandFormOptions, 'onDone'>) => {
  const [keeper] = useState(() => draftKeeper(name, Object.values(draftOf ?? {})));
  const draft = useDraft({ keeper, initial, revision });
  return { draft, values: draft.values, at: holdsRevision ? draft.at : revision };
};

/** The state of the form of a command, and sending it once. */
export const useCommandForm = <Answer = Receipt>(options: CommandFormOptions<Answer>) => {
  const { name, fixed = {}, fields = {}, undo, onDone } = options;
  const { draft, values, at } = useValues(options);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [form, refresh, show, keyOf] = [useCommand(name), useRefresh(), useReceipt(), useKeys()];
  const asked = (form?.fields ?? [])
    .filter((each) => !(each.name in fixed))
    .map((each) => ({ ...each, ...fields[each.name] }));
  const change = (path: Path, value: unknown) => draft.change(withValue(values, path, value) as Values);
  const done = async (answer: Answer) => {
    draft.sent();
    if (isReceipt(answer)) show(answer, undo?.(answer));
    await refresh();
    onDone(answer);
  };
  const body = () => ({ ...bodyOf(asked, values), ...fixed });
  /** Sends the command, with another body where the user has chosen so. Throws what `send` throws. */
  const sendAs = async (fields: Values, seen: number | null | undefined) =>
    done(await send<Answer>({ name, fields, revision: seen, key: keyOf(fields) }));
  const submit = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await sendAs(body(), at);
    } catch (caught) {
      setError(caught);
      if (isConflict(caught)) void refresh();
    }
    setBusy(false);
  };
  const messages = messagesOf(error instanceof ApiProblem ? error.errors : []);
  return {
    /** `undefined` until it can be shown. */
    form: draft.isReady ? form : undefined,
    fields: asked,
    values,
    draft,
    at,
    messages,
    change,
    body,
    sendAs,
    submit,
    isBusy,
    error: messages.size > 0 ? undefined : error,
  };
};
