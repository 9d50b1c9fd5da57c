import { ratio } from '@annals/contracts-values';
import type { Measure } from '@annals/event-sourcing';

/** The fields that the measures are made of. */
export const MEASURED = [
  'resolved',
  'withdrawn',
  'decided',
  'resolvedOnTime',
  'breached',
  'overdue',
  'reopened',
  'responded',
  'responseDecided',
  'respondedOnTime',
  'responseMinutes',
  'resolutionMinutes',
  'rated',
  'satisfaction',
] as const;

type Measures = Readonly<Record<string, Measure<(typeof MEASURED)[number], never>>>;

export const measures: Measures = {
  complaints: { en: 'Number of complaints', zh: '投诉数', of: ({ count }) => count },
  resolved: { en: 'Of these resolved', zh: '其中已解决', of: ({ resolved }) => resolved },
  onTimeShare: {
    en: 'Share of those resolved or past their due time that were on time, 0 to 1; a due time that passed stays missed',
    zh: '已解决或已超期的投诉中按时解决的比例（0 至 1）；超期后不再改变',
    of: ({ resolvedOnTime, decided }) => ratio(resolvedOnTime, decided),
  },
  breached: {
    en: 'Of these with a due time that passed, open or not',
    zh: '其中曾超过处理期限（无论是否已解决）',
    of: ({ breached }) => breached,
  },
  overdue: { en: 'Of these open and overdue', zh: '其中处理中且已超期', of: ({ overdue }) => overdue },
  reopenings: { en: 'Number of reopenings', zh: '重新受理次数', of: ({ reopened }) => reopened },
  withdrawn: { en: 'Of these withdrawn', zh: '其中已撤回', of: ({ withdrawn }) => withdrawn },
  firstResponses: { en: 'Of these with a first response', zh: '其中已首次响应', of: ({ responded }) => responded },
  firstResponseOnTimeShare: {
    en: 'Share of the first responses that were on time, 0 to 1',
    zh: '首次响应中按时的比例（0 至 1）',
    of: ({ respondedOnTime, responseDecided }) => ratio(respondedOnTime, responseDecided),
  },
  averageFirstResponseMinutes: {
    en: 'Minutes from filing to the first response of one complaint',
    zh: '每件投诉从登记到首次响应的平均分钟数',
    of: ({ responseMinutes, responded }) => ratio(responseMinutes, responded),
  },
  resolutionMinutes: {
    en: 'Minutes from filing to resolution',
    zh: '从登记到解决的分钟数',
    of: (sums) => sums.resolutionMinutes,
  },
  averageResolutionMinutes: {
    en: 'Minutes from filing to resolution of one resolved complaint',
    zh: '每件已解决投诉从登记到解决的平均分钟数',
    of: (sums) => ratio(sums.resolutionMinutes, sums.resolved),
  },
  rated: { en: 'Number of complaints with a rating', zh: '已评价的投诉数', of: ({ rated }) => rated },
  satisfaction: {
    en: 'Sum of the ratings, each 1 to 5',
    zh: '评分总和（每件 1 至 5 分）',
    of: (sums) => sums.satisfaction,
  },
  averageSatisfaction: {
    en: 'Average rating, 1 to 5',
    zh: '平均评分（1 至 5 分）',
    of: ({ satisfaction, rated }) => ratio(satisfaction, rated),
  },
};
