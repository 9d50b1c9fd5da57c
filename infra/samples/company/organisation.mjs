import { LEFT, organisation, staff } from './company.mjs';

const { departments, regions, teams, positions, users } = organisation;

const BEGAN = 740; // days ago, before all customers

const departmentOf = ({ department, team }) => department ?? teams.find(({ id }) => id === team)?.department;

const parentOf = ({ parent }) => (parent === undefined ? {} : { parentId: parent });

/** Units as they were set up first. */
const units = (say) => {
  for (const { id, name, ...unit } of departments)
    say('OpenDepartment', {
      departmentId: id,
      name: id === 'service' ? 'Service hotline 客服热线' : name,
      ...parentOf(unit),
    });
  for (const { id, name, ...unit } of regions)
    say('OpenRegion', { regionId: id, name: id === 'america' ? 'Americas 美洲' : name, ...parentOf(unit) });
  for (const { id, name, department } of teams)
    say('FormTeam', { teamId: id, name: id === 'desk' ? 'Hotline 热线组' : name, departmentId: department });
  for (const { id, name } of positions)
    say('DefinePosition', { positionId: id, name: id === 'dispatcher' ? 'Hotline agent 热线坐席' : name });
};

const people = (say) => {
  for (const user of users) {
    const { id: userId, name: displayName, roles, team, position, regions: regionIds } = user;
    const departmentId = departmentOf(user);
    say('AddUser', { userId, name: userId, displayName, email: `${userId}@annals-sample.example` });
    say('GrantRoles', { userId, roles: userId === 'zhou.wei' ? ['sales'] : roles });
    say('PlaceUser', {
      ...{ userId, regionIds },
      ...(departmentId && { departmentId }),
      ...(team && { teamId: team }),
      ...(position && { positionId: position }),
    });
  }
};

/** What was changed since; each with the days ago. */
const changes = (zh) => [
  [610, 'RenameDepartment', { departmentId: 'service', name: nameOf(departments, 'service') }],
  [610, 'RenameTeam', { teamId: 'desk', name: nameOf(teams, 'desk') }],
  [610, 'RenamePosition', { positionId: 'dispatcher', name: nameOf(positions, 'dispatcher') }],
  [540, 'RenameRegion', { regionId: 'america', name: nameOf(regions, 'america') }],
  [470, 'GrantRoles', { userId: 'zhou.wei', roles: ['manager'] }],
  [430, 'DissolveTeam', { teamId: 'pilot' }],
  [420, 'MoveRegion', { regionId: 'central', parentId: 'china' }],
  [400, 'CloseRegion', { regionId: 'central' }],
  [390, 'MoveDepartment', { departmentId: 'shop', parentId: 'consumer' }],
  [380, 'CloseDepartment', { departmentId: 'shop' }],
  [370, 'RetirePosition', { positionId: 'telex-operator' }],
  [330, 'DeactivateUser', { userId: 'nora.lind', reason: 'Parental leave.' }],
  [240, 'ReactivateUser', { userId: 'nora.lind', reason: 'Back from parental leave.' }],
  [200, 'ChangeUserDetails', { userId: 'mia.rossi', displayName: 'Mia Rossi', email: 'mia@annals-sample.example' }],
  [LEFT.days, 'HandOver', { userId: LEFT.user, handOverId: 'sample-hand-over-1', to: [staff(LEFT.heir)], reason: zh }],
  [LEFT.days - 1, 'DeactivateUser', { userId: LEFT.user, reason: zh }],
];

const nameOf = (all, id) => all.find((each) => each.id === id).name;

/** The commands of the organisation: units, users, and how both changed. */
export const organisationCommands = (calendar) => {
  const commands = [];
  const sayAt = (days, minute) => (type, fields) => {
    const occurredAt = calendar.instant(-days * 1440 + minute);
    commands.push({
      place: Date.parse(occurredAt),
      actor: 'admin',
      type,
      body: { ...fields, occurredAt },
      lanes: ['@'],
    });
  };
  units(sayAt(BEGAN, 540));
  people(sayAt(BEGAN, 600));
  changes('离职。').forEach(([days, type, fields]) => sayAt(days, 560)(type, fields));
  return commands;
};
