import type { Field } from '../../api/catalogue.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import type { Values } from '../../design/form/values.js';
import { choicesOf, type PlacedUnit, type Tree, type UnitKind } from './units.js';

/** The commands by which a unit at the top begins. */
export const BEGINS = { departments: 'OpenDepartment', regions: 'OpenRegion', positions: 'DefinePosition' } as const;

/** What can be done with a unit. */
export const COMMANDS: Readonly<Record<UnitKind, readonly string[]>> = {
  department: ['RenameDepartment', 'FormTeam', 'MoveDepartment', 'CloseDepartment'],
  team: ['RenameTeam', 'DissolveTeam'],
  region: ['RenameRegion', 'MoveRegion', 'CloseRegion'],
  position: ['RenamePosition', 'RetirePosition'],
};

/** A command about a unit that was chosen. */
export type Begun = { readonly name: string; readonly placed: PlacedUnit };

const initialOf = (name: string, { unit, parentId }: PlacedUnit): Values => {
  if (name.startsWith('Rename')) return { name: unit.name };
  return name.startsWith('Move') ? { parentId } : {};
};

/** The units that another can be moved below; none of them is the top level. */
const parentsOf = ({ kind, unit }: PlacedUnit, tree: Tree): Partial<Field> => {
  const { values = [], ...choice } = choicesOf(tree, kind);
  return { ...choice, required: false, values: values.filter(({ value }) => value !== unit.id) };
};

type Props = { readonly begun: Begun; readonly tree: Tree; readonly onClose: () => void };

/** The form of a command about a unit. */
export const CommandOf = ({ begun: { name, placed }, tree, onClose }: Props) => (
  <CommandDrawer
    key={name}
    name={name}
    fixed={{ [`${placed.kind}Id`]: placed.unit.id }}
    initial={initialOf(name, placed)}
    shown={['name', 'parentId', 'reason']}
    {...(name.startsWith('Move') && { fields: { parentId: parentsOf(placed, tree) } })}
    onClose={onClose}
    onDone={() => undefined}
  />
);
