import { texts } from '../../words/texts.js';

export const useComplaintTexts = texts({
  complaints: ['Complaints', '投诉'],
  here: ['Complaint', '投诉'],
  take: ['Take', '受理'],
  resolve: ['Resolve', '解决'],
  rate: ['Rate', '评价'],
  reopen: ['Reopen', '重新受理'],
  said: ['What the customer said', '客户陈述'],
  resolution: ['Resolution', '处理结果'],
  comments: ['Comments', '备注'],
  clocks: ['Clocks', '时限'],
  facts: ['Facts', '基本信息'],
  response: ['First response', '首次响应'],
  solution: ['Solution', '解决'],
  given: ['given {{at}}', '已于{{at}}响应'],
  onTime: ['on time', '按时'],
  late: ['late', '超期'],
  rating: ['{{score}} of 5', '{{score}} / 5'],
});
