import { texts } from '../../words/texts.js';

export const useAssignTexts = texts({
  assign: ['Assign owner', '指定负责人'],
  title: [
    { one: 'Assign the owner of {{count}} customer', other: 'Assign the owner of {{count}} customers' },
    '指定 {{count}} 个客户的负责人',
  ],
  follows: [
    'Open deals of the present owner go along. You can go on working meanwhile, and undo it afterwards; customers without an owner keep the new one.',
    '原负责人进行中的商机随之转移。指定期间您可继续工作，之后可以撤销；原来没有负责人的客户保留新负责人。',
  ],
  most: ['At most {{count}} at once', '一次最多 {{count}} 个'],
  wait: ['Another change is not finished', '另一项批量变更尚未完成'],
});
