import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { Field } from '../../api/catalogue.js';
import type { components } from '../../generated/api.js';

export type Tree = components['schemas']['OrganisationTree'];
export type Unit = components['schemas']['UnitEntry'];
type Department = components['schemas']['DepartmentEntry'];
type Region = components['schemas']['RegionEntry'];

export type UnitKind = 'department' | 'team' | 'region' | 'position';

/** A unit in its place: how many are above it, and the one directly above. */
export type PlacedUnit = {
  readonly kind: UnitKind;
  readonly unit: Unit;
  readonly depth: number;
  readonly parentId?: string;
};

export const useTree = () =>
  useQuery({
    queryKey: ['organisation'],
    queryFn: ({ signal }) => answerOf(api.GET('/v1/organisation', { signal })),
  });

/** Departments with their teams, from above to below. */
export const departmentsIn = (all: readonly Department[], depth = 0, parentId?: string): readonly PlacedUnit[] =>
  all.flatMap((unit) => [
    { kind: 'department' as const, unit, depth, ...(parentId !== undefined && { parentId }) },
    ...unit.teams.map((team) => ({ kind: 'team' as const, unit: team, depth: depth + 1, parentId: unit.id })),
    ...departmentsIn(unit.departments, depth + 1, unit.id),
  ]);

export const regionsIn = (all: readonly Region[], depth = 0, parentId?: string): readonly PlacedUnit[] =>
  all.flatMap((unit) => [
    { kind: 'region' as const, unit, depth, ...(parentId !== undefined && { parentId }) },
    ...regionsIn(unit.regions, depth + 1, unit.id),
  ]);

export const positionsIn = (all: readonly Unit[]): readonly PlacedUnit[] =>
  all.map((unit) => ({ kind: 'position' as const, unit, depth: 0 }));

/** Every unit of a kind. */
export const unitsOf = (tree: Tree, kind: UnitKind): readonly PlacedUnit[] =>
  ({
    department: () => departmentsIn(tree.departments).filter((each) => each.kind === 'department'),
    team: () => departmentsIn(tree.departments).filter((each) => each.kind === 'team'),
    region: () => regionsIn(tree.regions),
    position: () => positionsIn(tree.positions),
  })[kind]();

/** The units of a kind as the values of a choice, by their names. */
export const choicesOf = (tree: Tree | undefined, kind: UnitKind): Partial<Field> => {
  if (!tree) return {};
  const values = unitsOf(tree, kind).map(({ unit: { id, name } }) => ({ value: id, en: name, zh: name }));
  return { kind: 'choice', values };
};
