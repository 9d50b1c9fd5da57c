import type { Field } from '../api/catalogue.js';
import { send } from '../api/command.js';
import { useRefresh } from '../session/use-session.js';
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
  const saving = (name: string) => async (value: unknown, reason: string) => {
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    await send({ name: by, fields: { ...of, [name]: value, ...why }, revision: record.revision });
    await refresh();
  };
  const values = record as Readonly<Record<string, unknown>>;
  return (
    <Facts>
      {names.map((name) => {
        const field = fields.find((each) => each.name === name);
        const save = changeable.includes(name) ? saving(name) : undefined;
        if (!field || (!save && isNothing(values[name]))) return null;
        return <Fact key={name} field={field} value={values[name]} save={save} />;
      })}
    </Facts>
  );
};

const isNull = (value: unknown) => value === null;
