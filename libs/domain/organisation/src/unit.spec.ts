import {
  DepartmentRenamed,
  PositionDefined,
  PositionRenamed,
  PositionRetired,
  RegionClosed,
  RegionRenamed,
  TeamDissolved,
  TeamFormed,
  TeamRenamed,
  type UnitEvent,
} from '@annals/contracts-organisation';
import { scenarios } from '@annals/testing';
import { close, department, departmentClosed, open, position, region, team } from '../test/units.js';
import type { UnitCommand as Command } from '../test/units.js';
import { unit } from './unit.decider.js';

const given = scenarios(unit);

describe('each kind of unit', () => {
  const sales = department('sales');
  const steps: readonly [string, readonly UnitEvent[], Command, UnitEvent][] = [
    ['a department', [], open('sales'), sales],
    ['a region', [], { type: 'OpenRegion', regionId: 'east', name: 'east' }, region('east')],
    ['a team', [sales], { type: 'FormTeam', teamId: 'grid', name: 'grid', departmentId: 'sales' }, team],
    ['a position', [], { type: 'DefinePosition', positionId: 'dispatcher', name: 'dispatcher' }, position],
  ];
  it.each(steps)('is opened: %s', (_, past, command, fact) =>
    given(...past)
      .when(command)
      .then(fact),
  );
  it.each(steps)('is opened once: %s', (_, past, command, fact) =>
    given(...past, fact)
      .when(command)
      .thenNothing(),
  );
  it.each(steps)('has a unique id: %s', (_, past, command, fact) =>
    given(...past, fact)
      .when({ ...command, name: '别的' } as Command)
      .thenRejected('UnitAlreadyExists'),
  );

  const names = { before: 'sales', after: '营销' };
  const renames: readonly [string, UnitEvent, Command, UnitEvent][] = [
    [
      'a department',
      sales,
      { type: 'RenameDepartment', departmentId: 'sales', name: '营销' },
      DepartmentRenamed.event({ departmentId: 'sales', ...names }),
    ],
    [
      'a region',
      region('sales'),
      { type: 'RenameRegion', regionId: 'sales', name: '营销' },
      RegionRenamed.event({ regionId: 'sales', ...names }),
    ],
    [
      'a team',
      TeamFormed.event({ ...team.data, name: 'sales' }),
      { type: 'RenameTeam', teamId: 'grid', name: '营销' },
      TeamRenamed.event({ teamId: 'grid', ...names }),
    ],
    [
      'a position',
      PositionDefined.event({ ...position.data, name: 'sales' }),
      { type: 'RenamePosition', positionId: 'dispatcher', name: '营销' },
      PositionRenamed.event({ positionId: 'dispatcher', ...names }),
    ],
  ];
  it.each(renames)('is renamed: %s', (_, past, command, fact) => given(past).when(command).then(fact));
  it.each(renames)('is renamed once: %s', (_, past, command, fact) => given(past, fact).when(command).thenNothing());
  it.each(renames)('is not renamed if it does not exist: %s', (_, __, command) =>
    given().when(command).thenRejected('UnitUnknown'),
  );

  const ends: readonly [string, UnitEvent, Command, UnitEvent][] = [
    ['a department', sales, close('sales'), departmentClosed('sales')],
    ['a region', region('east'), { type: 'CloseRegion', regionId: 'east' }, RegionClosed.event({ regionId: 'east' })],
    ['a team', team, { type: 'DissolveTeam', teamId: 'grid' }, TeamDissolved.event({ teamId: 'grid' })],
    [
      'a position',
      position,
      { type: 'RetirePosition', positionId: 'dispatcher' },
      PositionRetired.event({ positionId: 'dispatcher' }),
    ],
  ];
  it.each(ends)('ends: %s', (_, past, command, fact) => given(past).when(command).then(fact));
  it.each(ends)('is closed once: %s', (_, past, command, fact) => given(past, fact).when(command).thenNothing());
  it.each(ends)('is not closed if it does not exist: %s', (_, __, command) =>
    given().when(command).thenRejected('UnitUnknown'),
  );
});
