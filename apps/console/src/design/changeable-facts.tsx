import type { Field } from '../api/catalogue.js';
import { send } from '../api/command.js';
import { useRefresh } from '../session/use-session.js';
import { useChange } from './conflict/use-change.js';
import type { FactChange } from './fact-editing.js';
import { Fact, Facts } from './record.js';

type Props = {
  readonly record: { readonly revision?: number | null | undefined };
  readonly fields: readonly Field[];
  /** The facts in their order. */
  readonly names: readonly string[];
  /** Those that can be changed here. */
  readonly changeable: readonly string[];
  /** The name of the command that changes them, and the fields that say of what. */
  readonly by: string;
  readonly of: Readonly<Record<string, string>>;
  /** A value of a fact that is left out, if it cannot be changed. */
  readonly isNothing?: (value: unknown) => boolean;
};

/** The facts of a record, of which some are changed in place by one command. */
export const ChangeableFacts = ({ record, fields, names, changeable, by, of, isNothing = isNull }: Props) => {
  const refresh = useRefresh();
  const values = record as Readonly<Record<string, unknown>>;
  const facts = names.flatMap((name) => fields.find((each) => each.name === name) ?? []);
  const { changing, dialog } = useChange({
    record: { revision: record.revision, values },
    fields: facts,
    canChange: (name) => changeable.includes(name),
    send: async (changes, reason, { revision }) => {
      const why = reason.trim() === '' ? {} : { reason: reason.trim() };
      await send({ name: by, fields: { ...of, ...changes, ...why }, revision });
      await refresh();
    },
  });
  const changeOf = (name: string): FactChange => ({
    ...{ save: changing(name), path: [name], revision: record.revision },
    draftOf: [by, ...Object.values(of), name],
  });
  return (
    <>
      <Facts>
        {facts.map((field) => {
          const { name } = field;
          const change = changeable.includes(name) ? changeOf(name) : undefined;
          if (!change && isNothing(values[name])) return null;
          return <Fact key={name} field={field} value={values[name]} change={change} />;
        })}
      </Facts>
      {dialog}
    </>
  );
};

const isNull = (value: unknown) => value === null;
