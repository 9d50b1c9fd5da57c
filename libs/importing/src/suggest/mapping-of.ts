import type { Json } from '../json.js';
import type { Mapping } from '../mapping.js';
import { parseMapping } from '../load-mapping.js';
import type { Sample } from '../preview/sample.js';
import type { ValueSpec } from '../value-spec.js';
import { columnsOf, type Assigned, type Column } from './assign.js';
import type { Target, Targets } from './targets.js';
import { valueOf } from './value-of.js';

/** What a mapping of one file becomes commands of. */
export type Wanted = Targets & {
  /** The name of the mapping. */
  readonly name: string;
  readonly command: string;
  /** The field with the id of the new record. */
  readonly creates: string;
  /** The targets whose column may tell the rows apart, the best first. */
  readonly keys: readonly string[];
  /** Values of required targets without a column, by their paths. */
  readonly constants: Readonly<Record<string, Json>>;
  /** The required text that the key stands in for where no column has it. */
  readonly standIn: string;
};

const FILE = 'rows';

/** The mapping of a file whose columns have their targets; the step that it has registers one record a row. */
export const mappingOf = (sample: Sample, assigned: readonly Assigned[], wanted: Wanted): Mapping => {
  const { name, command, creates } = wanted;
  const columns = columnsOf(sample);
  const key = keyIn(columns, sample.rows.length, assigned, wanted);
  const fields = {
    [creates]: idOf(name, key, columns),
    ...constantsOf(assigned, wanted),
    ...standInOf(assigned, wanted, key),
    ...groupsOf(columns, assigned, wanted),
  };
  const { path: _, ...format } = sample.format;
  const step = { name: 'register', file: FILE, command, key, fields };
  return parseMapping({ name, files: { [FILE]: format }, steps: [step] });
};

const columnFor = (assigned: readonly Assigned[], path: string) =>
  assigned.find(({ target }) => target === path)?.column;

/** A column that is never blank and never the same; else the whole row. */
const keyIn = (columns: readonly Column[], rows: number, assigned: readonly Assigned[], { keys }: Wanted): string => {
  const isKey = (name: string) => {
    const { cells = [] } = columns.find((each) => each.name === name) ?? {};
    return cells.length === rows && new Set(cells).size === cells.length;
  };
  const named = keys.flatMap((path) => columnFor(assigned, path) ?? []);
  return named.find(isKey) ?? '*';
};

const PLAIN_ID = /^[A-Za-z0-9._:-]{1,40}$/;

/** An id that can be read, if the key is one; else one made of it. */
const idOf = (name: string, key: string, columns: readonly Column[]): ValueSpec => {
  if (key === '*') return { template: columns.map((column) => `{${column.name}}`).join('|'), transform: 'uuid' };
  const { cells = [] } = columns.find((each) => each.name === key) ?? {};
  const template = `${name.slice(0, 50)}-{${key}}`;
  return cells.every((cell) => PLAIN_ID.test(cell)) ? { template } : { template, transform: 'uuid' };
};

const constantsOf = (assigned: readonly Assigned[], { targets, constants }: Wanted) =>
  Object.fromEntries(
    targets
      .filter(({ path }) => path in constants && columnFor(assigned, path) === undefined)
      .map(({ path }) => [path, { constant: constants[path]! }]),
  );

const standInOf = (assigned: readonly Assigned[], { standIn }: Wanted, key: string) =>
  columnFor(assigned, standIn) === undefined && key !== '*' ? { [standIn]: key } : {};

type Fields = Readonly<Record<string, ValueSpec>>;

/** The fields that columns fill; those of a group in one object, which is the only entry of a list. */
const groupsOf = (columns: readonly Column[], assigned: readonly Assigned[], { targets, open }: Wanted): Fields => {
  const given = assigned.flatMap(({ column, target: path }) => {
    if (path === null) return [];
    const { cells } = columns.find(({ name }) => name === column)!;
    const target = targets.find((each) => each.path === path);
    return [{ path, target, value: target ? valueOf(target, column, cells) : column }];
  });
  const groups = Map.groupBy(given, ({ path }) => path.split('.')[0]!);
  return Object.fromEntries(
    [...groups].map(([group, members]): [string, ValueSpec] => {
      if (!members[0]!.path.includes('.')) return [group, members[0]!.value];
      const own = Object.fromEntries(members.map(({ path, value }) => [path.slice(group.length + 1), value]));
      if (group === open || !members[0]!.target?.isInList) return [group, { object: own }];
      return [
        group,
        { list: [{ object: { ...lentTo(group, given, targets), ...firsts(group, own, targets), ...own } }] },
      ];
    }),
  );
};

type Given = { readonly path: string; readonly target: Target | undefined; readonly value: ValueSpec };

/** What an entry of a list lacks and the record itself has under the same name, such as the city of an address. */
const lentTo = (group: string, given: readonly Given[], targets: readonly Target[]): Fields =>
  Object.fromEntries(
    given.flatMap(({ path, target, value }) => {
      const name = path.split('.').at(-1)!;
      const isLent =
        path.includes('.') && target && !target.isInList && targets.some((each) => each.path === `${group}.${name}`);
      return isLent ? [[name, value]] : [];
    }),
  );

/** The first value of each choice that an entry needs and no column has. */
const firsts = (group: string, own: Fields, targets: readonly Target[]): Fields =>
  Object.fromEntries(
    targets
      .filter(({ path, kind, isRequired }) => path.startsWith(`${group}.`) && kind === 'choice' && isRequired)
      .map(({ path, values }) => [path.slice(group.length + 1), { constant: Object.keys(values!)[0]! }] as const)
      .filter(([name]) => !(name in own)),
  );
