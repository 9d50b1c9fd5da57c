import { texts } from '../../words/texts.js';

export const useAssignmentTexts = texts({
  assignment: ['Assignment', '分配'],
  byRule: ['by rule', '按规则分配'],
  byUser: ['A user has chosen the owner.', '负责人由用户指派。'],
  nobody: ['No rule has chosen an owner.', '没有规则选定负责人。'],
  respondBy: ['To be answered by', '应答期限'],
  rule: ['Rule', '规则'],
  method: ['Method', '分配方式'],
  attempt: ['Attempt', '分配次数'],
  attemptOf: ['{{attempt}}', '第 {{attempt}} 次'],
  escalated: [
    'Escalated to {{name}}, the manager of the rule, because no user has answered in time.',
    '成员均未按时应答，已升级给规则的主管 {{name}}。',
  ],
  considered: ['Users of the rule at that moment', '分配时的规则成员'],
  chosen: ['Chosen', '已选定'],
  later: ['Not next in turn', '未轮到'],
  usedUp: ['No reassignment left', '改派次数已用完'],
  turns: [
    {
      one: '{{count}} lead by this rule, capacity {{capacity}}',
      other: '{{count}} leads by this rule, capacity {{capacity}}',
    },
    '已由此规则分配 {{count}} 条，接待能力 {{capacity}}',
  ],
  open: [{ one: '{{count}} open lead', other: '{{count}} open leads' }, '{{count}} 条跟进中线索'],
});
