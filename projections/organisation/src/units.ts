import type { UnitEvent, UnitKind } from '@annals/contracts-organisation';
import type { RecordedEvent } from '@annals/event-sourcing';
import type { DirectoryUnit } from './entry.js';
import { changing, revisedAs } from './steps.js';

const unit = changing<DirectoryUnit>();

const opened = (
  kind: UnitKind,
  id: string,
  { data, occurredAt, revision }: RecordedEvent<UnitEvent & { data: { name: string } }>,
  parentId: string | null = null,
): DirectoryUnit => ({ kind, id, name: data.name, parentId, open: true, since: occurredAt, revision });

const renamed = unit<Renamed>(({ data: { after } }) => ({ name: after }));
const moved = unit<Moved>(({ data: { after } }) => ({ parentId: after }));
const closed = unit<Closed>(({ occurredAt }) => ({ open: false, since: occurredAt }));

type Named<Word extends string> = Extract<UnitEvent, { type: `${string}${Word}` }>;
type Renamed = Named<'Renamed'>;
type Moved = Named<'Moved'>;
type Closed = Named<'Closed' | 'Dissolved' | 'Retired'>;

export const unitSteps = revisedAs<UnitEvent>('revision', {
  DepartmentOpened: (_, event) => opened('department', event.data.departmentId, event, event.data.parentId),
  DepartmentRenamed: renamed,
  DepartmentMoved: moved,
  DepartmentClosed: closed,
  RegionOpened: (_, event) => opened('region', event.data.regionId, event, event.data.parentId),
  RegionRenamed: renamed,
  RegionMoved: moved,
  RegionClosed: closed,
  TeamFormed: (_, event) => opened('team', event.data.teamId, event, event.data.departmentId),
  TeamRenamed: renamed,
  TeamDissolved: closed,
  PositionDefined: (_, event) => opened('position', event.data.positionId, event),
  PositionRenamed: renamed,
  PositionRetired: closed,
});
