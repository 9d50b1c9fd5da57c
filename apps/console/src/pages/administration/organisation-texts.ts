import { texts } from '../../words/texts.js';

export const useOrganisationTexts = texts({
  departments: ['Departments and teams', '部门和团队'],
  regions: ['Regions', '区域'],
  positions: ['Positions', '岗位'],
  'open-departments': ['Open department', '设立部门'],
  'open-regions': ['Open region', '设立区域'],
  'open-positions': ['Define position', '新增岗位'],
  'none-departments': [
    'No department yet. Departments and their teams decide which customers a user sees.',
    '尚无部门。部门及其团队决定用户能看到哪些客户。',
  ],
  'none-regions': [
    'No region yet. Users can be responsible for the customers of a region.',
    '尚无区域。用户可以负责某个区域的客户。',
  ],
  'none-positions': ['No position yet.', '尚无岗位。'],
  name: ['Name', '名称'],
  team: ['Team', '团队'],
  members: ['Members', '成员'],
  memberCount: [{ one: '{{number}} member', other: '{{number}} members' }, '{{number}} 人'],
  noMembers: ['No members', '无成员'],
  actions: ['Actions', '操作'],
});
