import { choice, day, field, id, label, namesUser } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

/** Users of a rule. */
export const MOST_MEMBERS = 50;

const MOST = { values: 100, reassignments: 10, minutes: 100_000, capacity: 100, place: 10_000 } as const;

/** The stream of a rule. */
export const leadRuleStream = (ruleId: string): string => `leadrule-${ruleId}`;

export const ruleId = field(id, { en: 'Assignment rule', zh: '分配规则' }, { example: 'r-east' });

const anyOf = z.array(label).max(MOST.values);

const method = choice({
  'round-robin': { en: 'In turn, by capacity', zh: '按接待能力轮流' },
  'least-busy': { en: 'Fewest open leads', zh: '跟进中线索最少者' },
});

const user = field(id, { en: 'User', zh: '用户' }, { example: 'li.na', identifies: 'employee' });

/** Who gets leads by a rule. */
export const ruleMember = z.strictObject({
  userId: namesUser(user, 'known'),
  capacity: field(
    z.int().min(1).max(MOST.capacity),
    { en: 'Capacity', zh: '接待能力' },
    {
      example: 2,
      description: {
        en: 'A user of capacity 2 gets twice as many leads in turn as one of capacity 1.',
        zh: '轮流分配时，能力为 2 的用户获得的线索是能力为 1 的两倍。',
      },
    },
  ),
  awayUntil: field(
    day.nullable(),
    { en: 'Away until', zh: '缺勤至' },
    { example: '2026-02-06', description: { en: 'The last day without new leads.', zh: '不接收新线索的最后一天。' } },
  ),
});

/** Which leads a rule assigns, to whom, and until when they are to be answered. */
export const ruleEntry = z.strictObject({
  name: field(label, { en: 'Name', zh: '名称' }, { example: 'Leads of the east' }),
  place: field(
    z.int().min(1).max(MOST.place),
    { en: 'Order', zh: '顺序' },
    { example: 10, description: { en: 'Rules are tried in ascending order.', zh: '规则按升序依次匹配。' } },
  ),
  sources: field(anyOf, { en: 'Sources', zh: '来源' }, { example: ['web-form'] }),
  regions: field(anyOf, { en: 'Regions', zh: '区域' }, { example: ['east'] }),
  countries: field(anyOf, { en: 'Countries', zh: '国家/地区' }, { example: ['CN'] }),
  languages: field(
    anyOf,
    { en: 'Languages', zh: '语言' },
    {
      example: ['zh'],
      description: {
        en: 'Like the lists above, an empty one takes every lead.',
        zh: '与以上各列表一样，留空表示不限。',
      },
    },
  ),
  method: field(method, { en: 'Method', zh: '分配方式' }, { example: 'round-robin' }),
  members: field(
    z.array(ruleMember).min(1).max(MOST_MEMBERS),
    { en: 'Users', zh: '成员' },
    { example: [{ userId: 'li.na', capacity: 2, awayUntil: null }] },
  ),
  respondWithin: field(
    z.int().min(1).max(MOST.minutes).nullable(),
    { en: 'Answer within', zh: '应答时限' },
    {
      example: 240,
      description: {
        en: 'Business minutes in which a lead is to be contacted; without them it stays with its owner.',
        zh: '线索应在多少工作分钟内得到联系；不填则不改派。',
      },
    },
  ),
  reassignments: field(
    z.int().min(0).max(MOST.reassignments),
    { en: 'Reassignments', zh: '改派次数' },
    {
      example: 2,
      description: {
        en: 'How often a lead that is not answered in time passes to the next user.',
        zh: '线索未按时应答时，最多改派给下一位成员的次数。',
      },
    },
  ),
  escalateTo: field(
    namesUser(user, 'known').nullable(),
    { en: 'Manager', zh: '主管' },
    {
      example: 'zhou.wei',
      description: { en: 'Gets the lead in the end if nobody answers it.', zh: '无人应答时最终接手线索的用户。' },
    },
  ),
});
export type RuleEntry = z.infer<typeof ruleEntry>;

/** What a change of a rule says. */
export const someRuleEntry = ruleEntry.partial();
export type RuleChange = z.infer<typeof someRuleEntry>;

const about = { ruleId };

/** Why a rule is switched off or on. */
export const ruleReason = field(label, { en: 'Reason', zh: '原因' }, { example: 'The team has moved.' });

export const LeadRuleAdded = Contract.of('LeadRuleAdded', { en: 'Assignment rule added', zh: '分配规则已添加' }).v1(
  z.object({ ...about, ...ruleEntry.shape }),
);

/** `before` and `after` have the same keys: what changed. */
export const LeadRuleChanged = Contract.of('LeadRuleChanged', {
  en: 'Assignment rule changed',
  zh: '分配规则已变更',
}).v1(z.object({ ...about, before: someRuleEntry, after: someRuleEntry }));

export const LeadRuleSwitchedOff = Contract.of('LeadRuleSwitchedOff', {
  en: 'Assignment rule switched off',
  zh: '分配规则已停用',
}).v1(z.object({ ...about, reason: ruleReason }));

export const LeadRuleSwitchedOn = Contract.of('LeadRuleSwitchedOn', {
  en: 'Assignment rule switched on',
  zh: '分配规则已启用',
}).v1(z.object({ ...about, reason: ruleReason }));

export const leadRuleContracts = [LeadRuleAdded, LeadRuleChanged, LeadRuleSwitchedOff, LeadRuleSwitchedOn] as const;
export type LeadRuleEvent = EventOf<(typeof leadRuleContracts)[number]>;
