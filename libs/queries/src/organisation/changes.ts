import type { Person, Placement } from '@annals/contracts-organisation';
import type { HistoryChange } from '../history/change.js';

type Step = { readonly before: unknown; readonly after: unknown };
type Fields = Readonly<Record<string, unknown>>;

const one =
  (field: string) =>
  ({ before, after }: Step): readonly HistoryChange[] => [{ field, before, after }];

const between = (before: Fields, after: Fields): readonly HistoryChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));

const placed = ({
  previous,
  departmentId,
  teamId,
  positionId,
  regionIds,
}: Placement & { previous: Placement | null }) =>
  between(previous ?? {}, { departmentId, teamId, positionId, regionIds });

/** What was and what is, by type of event. */
export const ORGANISATION_CHANGES = {
  DepartmentRenamed: one('name'),
  RegionRenamed: one('name'),
  TeamRenamed: one('name'),
  PositionRenamed: one('name'),
  DepartmentMoved: one('parentId'),
  RegionMoved: one('parentId'),
  RolesGranted: one('roles'),
  UserDetailsChanged: ({ before, after }: { before: Person; after: Person }) => between(before, after),
  UserPlaced: placed,
};
