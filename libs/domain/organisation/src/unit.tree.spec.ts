import { DepartmentMoved, RegionMoved } from '@annals/contracts-organisation';
import { scenarios } from '@annals/testing';
import { close, department, departmentClosed, open, region, team, type UnitCommand } from '../test/units.js';
import { unit } from './unit.decider.js';

const given = scenarios(unit);

const move = (departmentId: string, parentId: string | null): UnitCommand => ({
  ...{ type: 'MoveDepartment', departmentId, parentId },
});
const moveRegion = (regionId: string, parentId: string | null): UnitCommand => ({
  ...{ type: 'MoveRegion', regionId, parentId },
});

describe('a unit below another', () => {
  const sales = department('sales');
  const keyAccounts = department('key-accounts', 'sales');
  const utilities = department('utilities', 'key-accounts');

  it('is opened below it', () => given(sales).when(open('key-accounts', 'sales')).then(keyAccounts));
  it('is opened below it: a region', () =>
    given(region('east'))
      .when({ type: 'OpenRegion', regionId: 'shanghai', name: 'shanghai', parentId: 'east' })
      .then(region('shanghai', 'east')));
  it('is not opened below an unknown unit', () =>
    given().when(open('key-accounts', 'sales')).thenRejected('UnitUnknown', { unit: 'department/sales' }));
  it('is not opened below a closed unit', () =>
    given(sales, departmentClosed('sales'))
      .when(open('key-accounts', 'sales'))
      .thenRejected('UnitClosed', { unit: 'department/sales' }));
  it('is not opened below a unit of another kind', () =>
    given(region('sales')).when(open('key-accounts', 'sales')).thenRejected('UnitUnknown'));

  it('is moved below another or to the top level', () => {
    const moved = (after: string | null) =>
      DepartmentMoved.event({ departmentId: 'utilities', before: 'key-accounts', after });
    given(sales, keyAccounts, utilities).when(move('utilities', 'sales')).then(moved('sales'));
    given(sales, keyAccounts, utilities).when(move('utilities', null)).then(moved(null));
    given(sales, keyAccounts, utilities, moved(null)).when(move('utilities', null)).thenNothing();
  });
  it('is moved below another or to the top level: a region', () => {
    const moved = (before: string | null, after: string | null) =>
      RegionMoved.event({ regionId: 'shanghai', before, after });
    const past = [region('east'), region('shanghai')];
    given(...past)
      .when(moveRegion('shanghai', 'east'))
      .then(moved(null, 'east'));
    given(...past, moved(null, 'east'))
      .when(moveRegion('shanghai', null))
      .then(moved('east', null));
  });
  it('is never moved below itself, at any depth', () => {
    given(sales).when(move('sales', 'sales')).thenRejected('UnitInsideItself');
    given(sales, keyAccounts, utilities)
      .when(move('sales', 'utilities'))
      .thenRejected('UnitInsideItself', { unit: 'department/sales', parent: 'department/utilities' });
  });
  it('is not moved below an unknown unit', () =>
    given(sales).when(move('sales', 'moon')).thenRejected('UnitUnknown', { unit: 'department/moon' }));
  it('is not moved once it is closed', () =>
    given(sales, keyAccounts, departmentClosed('key-accounts'))
      .when(move('key-accounts', null))
      .thenRejected('UnitClosed'));

  it('prevents that from being closed', () => {
    given(sales, keyAccounts)
      .when(close('sales'))
      .thenRejected('UnitNotEmpty', { unit: 'department/sales', parts: ['department/key-accounts'] });
    given(sales, team)
      .when(close('sales'))
      .thenRejected('UnitNotEmpty', { parts: ['team/grid'], unit: 'department/sales' });
  });
  it('no longer prevents it from being closed once it is closed or moved', () => {
    given(sales, keyAccounts, departmentClosed('key-accounts')).when(close('sales')).then(departmentClosed('sales'));
    given(sales, keyAccounts, DepartmentMoved.event({ departmentId: 'key-accounts', before: 'sales', after: null }))
      .when(close('sales'))
      .then(departmentClosed('sales'));
  });
  it('is not opened again once it is closed', () =>
    given(sales, departmentClosed('sales')).when(open('sales')).thenRejected('UnitAlreadyExists'));
});
