import type { Field } from '../../api/catalogue.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { useListForm } from '../../design/list/use-list.js';
import type { Act } from './switched.js';

type Props<Row> = Act<Row> & {
  /** The list that has the row. */
  readonly path: string;
  readonly fixed: Readonly<Record<string, string>>;
  /** How the form of a change asks for fields, and which of them it has. */
  readonly change: { readonly name: string; readonly fields: Readonly<Record<string, Partial<Field>>> };
  readonly shown: readonly string[];
  readonly onClose: () => void;
};

/** The form of what was begun on a line; that of a change has what the line says now. */
export const ActDrawer = <Row extends { readonly revision: number | null }>(props: Props<Row>) => {
  const { name, row, path, fixed, change, shown, onClose } = props;
  const columns = useListForm(path)?.columns;
  if (!columns) return null;
  const initial = Object.fromEntries(Object.entries(row).filter(([field]) => shown.includes(field)));
  return (
    <CommandDrawer
      name={name}
      fixed={fixed}
      record={{ revision: row.revision, values: row, fields: columns }}
      {...(name === change.name && { fields: change.fields, initial, shown })}
      onClose={onClose}
      onDone={() => undefined}
    />
  );
};
