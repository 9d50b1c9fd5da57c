import { command } from '@annals/command-bus';
import { ruleEntry, ruleId, ruleReason } from '@annals/contracts-leads';

const needs = 'leads.manage';
const about = null;

const { name, members, ...rest } = ruleEntry.shape;
const { place, sources, regions, countries, languages, method, respondWithin, reassignments, escalateTo } = rest;

/** What may be left out of a new rule. */
const more = {
  place: place.optional(),
  sources: sources.optional(),
  regions: regions.optional(),
  countries: countries.optional(),
  languages: languages.optional(),
  method: method.optional(),
  respondWithin: respondWithin.optional(),
  reassignments: reassignments.optional(),
  escalateTo: escalateTo.optional(),
};

export class AddLeadRule extends command(
  'AddLeadRule',
  { ruleId, name, members, ...more },
  {
    post: 'lead-rules',
    summary: { en: 'Add an assignment rule', zh: '添加分配规则' },
    description: {
      en: 'A lead that is captured without an owner is assigned by the first rule that it meets and that has a user who is not away.',
      zh: '未指定负责人的线索由首个符合且有可用成员的规则分配。',
    },
    needs,
    about,
    creates: 'ruleId',
  },
) {}

export class ChangeLeadRule extends command(
  'ChangeLeadRule',
  { ruleId, name: name.optional(), members: members.optional(), ...more },
  {
    post: 'lead-rules/:ruleId/change',
    summary: { en: 'Change an assignment rule', zh: '变更分配规则' },
    description: {
      en: 'Only the given fields change; lists are replaced as a whole. Leads that are assigned already stay.',
      zh: '只变更给出的字段，列表整体替换；已分配的线索不变。',
    },
    needs,
    about,
  },
) {}

export class SwitchOffLeadRule extends command(
  'SwitchOffLeadRule',
  { ruleId, reason: ruleReason },
  {
    post: 'lead-rules/:ruleId/switch-off',
    summary: { en: 'Switch off an assignment rule', zh: '停用分配规则' },
    description: { en: 'It assigns no more leads until it is switched on again.', zh: '在重新启用之前不再分配线索。' },
    needs,
    about,
  },
) {}

export class SwitchOnLeadRule extends command(
  'SwitchOnLeadRule',
  { ruleId, reason: ruleReason },
  {
    post: 'lead-rules/:ruleId/switch-on',
    summary: { en: 'Switch an assignment rule on again', zh: '重新启用分配规则' },
    description: { en: 'It assigns leads as before.', zh: '恢复分配线索。' },
    needs,
    about,
  },
) {}
