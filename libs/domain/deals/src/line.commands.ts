import { command } from '@annals/command-bus';
import { dealId, givenLine } from '@annals/contracts-deals';

const needs = 'deals.write';
const about = 'dealId';
const line = givenLine.required({ lineId: true }).shape;
const { lineId } = line;

export class AddDealLine extends command(
  'AddDealLine',
  { dealId, ...line },
  {
    post: 'deals/:dealId/lines',
    summary: { en: 'Add a line to an open deal', zh: '为进行中的商机添加明细' },
    description: {
      en: 'The value of the deal becomes the sum of its lines. Other lines stay as they are.',
      zh: '商机金额为明细之和；其他明细不变。',
    },
    needs,
    about,
    creates: 'lineId',
  },
) {}

export class ChangeDealLine extends command(
  'ChangeDealLine',
  { dealId, ...givenLine.partial().shape, lineId },
  {
    post: 'deals/:dealId/lines/:lineId/change',
    summary: { en: 'Change a line of an open deal', zh: '变更进行中商机的一条明细' },
    description: {
      en: 'Only the given fields of the line change. Other lines stay as they are.',
      zh: '只变更该明细中给出的字段；其他明细不变。',
    },
    needs,
    about,
  },
) {}

export class RemoveDealLine extends command(
  'RemoveDealLine',
  { dealId, lineId },
  {
    post: 'deals/:dealId/lines/:lineId/remove',
    summary: { en: 'Remove a line from an open deal', zh: '删除进行中商机的一条明细' },
    description: {
      en: 'The value of the deal becomes the sum of the other lines; without another line it stays as it is.',
      zh: '商机金额变为其余明细之和；没有其余明细时保持不变。',
    },
    needs,
    about,
  },
) {}
