import { problems } from '@annals/event-sourcing';

/** Problems of contact persons, addresses, lines and other parts, raised by rules of several slices. */
export const partProblems = problems({
  PartNamedTwice: {
    kind: 'conflict',
    title: { en: 'Part named twice', zh: '明细编号重复' },
    detail: {
      en: 'Two entries of the list have the id {part}. Send each id once, and leave it out for new entries.',
      zh: '列表中有两条记录使用编号 {part}。每个编号只能出现一次，新增记录请不要填写编号。',
    },
    example: { part: 'u-1:p1' },
  },
});
