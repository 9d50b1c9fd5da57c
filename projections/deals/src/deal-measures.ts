import { forecastBand, salesVelocity } from '@annals/analytics';
import { average, ratio, subtract } from '@annals/contracts-values';
import type { Measure } from '@annals/event-sourcing';

/** The fields that the measures are made of. */
export const MEASURED = ['open', 'won', 'lost', 'cycleDays', 'wonCycleDays', 'lostCycleDays'] as const;
export const AMOUNTS = ['value', 'openValue', 'wonValue', 'weighted', 'variance', 'commit', 'bestCase'] as const;
export const MEDIANS = ['cycleDays', 'wonCycleDays', 'lostCycleDays'] as const;

type Measures = Readonly<
  Record<string, Measure<(typeof MEASURED)[number], (typeof AMOUNTS)[number], (typeof MEDIANS)[number]>>
>;

const RATE_PLACES = 4;

const counts: Measures = {
  deals: { en: 'Number of deals', zh: '商机数', of: ({ count }) => count },
  open: { en: 'Open deals', zh: '进行中的商机数', of: ({ open }) => open },
  won: { en: 'Won deals', zh: '成交的商机数', of: ({ won }) => won },
  lost: { en: 'Lost deals', zh: '丢单的商机数', of: ({ lost }) => lost },
  winRate: {
    en: 'Win rate; won deals in closed ones, 0 to 1',
    zh: '赢单率（成交数 ÷ 已关闭数，0 至 1）',
    of: ({ won, lost }) => ratio(won, won + lost, RATE_PLACES),
  },
};

const values: Measures = {
  value: { en: 'Value', zh: '金额', of: (_, { value }) => value },
  openValue: { en: 'Open value', zh: '进行中金额', of: (_, { openValue }) => openValue },
  wonValue: { en: 'Won value', zh: '成交金额', of: (_, { wonValue }) => wonValue },
  lostValue: {
    en: 'Lost value',
    zh: '丢单金额',
    of: (_, { value, openValue, wonValue }) => subtract(subtract(value, openValue), wonValue),
  },
  averageWonValue: {
    en: 'Average value of a won deal',
    zh: '平均成交金额',
    of: ({ won }, { wonValue }) => average(wonValue, won),
  },
};

const days: Measures = {
  averageCycleDays: {
    en: 'Average cycle, days from opening to closing of a closed deal',
    zh: '平均周期（已关闭商机从新建到关闭的天数）',
    of: ({ cycleDays, won, lost }) => ratio(cycleDays, won + lost),
  },
  averageWonCycleDays: {
    en: 'Average cycle of won deals, days from opening to closing',
    zh: '成交商机的平均周期（从新建到关闭的天数）',
    of: ({ wonCycleDays, won }) => ratio(wonCycleDays, won),
  },
  averageLostCycleDays: {
    en: 'Average cycle of lost deals, days from opening to closing',
    zh: '丢单商机的平均周期（从新建到关闭的天数）',
    of: ({ lostCycleDays, lost }) => ratio(lostCycleDays, lost),
  },
  medianCycleDays: {
    en: 'Median cycle, days from opening to closing of a closed deal',
    zh: '周期中位数（已关闭商机从新建到关闭的天数）',
    of: (_, __, { cycleDays }) => cycleDays,
  },
  medianWonCycleDays: {
    en: 'Median cycle of won deals, days from opening to closing',
    zh: '成交商机的周期中位数（从新建到关闭的天数）',
    of: (_, __, { wonCycleDays }) => wonCycleDays,
  },
  medianLostCycleDays: {
    en: 'Median cycle of lost deals, days from opening to closing',
    zh: '丢单商机的周期中位数（从新建到关闭的天数）',
    of: (_, __, { lostCycleDays }) => lostCycleDays,
  },
  salesVelocity: {
    en: 'Sales velocity per day; open deals × win rate × average value of a won deal ÷ average cycle of won deals',
    zh: '每天销售速度（进行中商机数 × 赢单率 × 平均成交金额 ÷ 成交商机的平均周期）',
    of: ({ open, won, lost, wonCycleDays }, { wonValue }) =>
      salesVelocity({ open, won, closed: won + lost, wonValue, wonCycleDays }),
  },
};

const forecast: Measures = {
  weightedValue: {
    en: 'Weighted forecast; value of open deals × their probability',
    zh: '加权预测（进行中金额 × 成交概率）',
    of: (_, { weighted }) => weighted,
  },
  forecastLow: {
    en: 'Forecast at least, with a probability of 90 %',
    zh: '预测下限（概率 90 %）',
    of: (_, { weighted, variance, openValue }) => forecastBand({ weighted, variance, most: openValue }).low,
  },
  forecastHigh: {
    en: 'Forecast at most, with a probability of 90 %',
    zh: '预测上限（概率 90 %）',
    of: (_, { weighted, variance, openValue }) => forecastBand({ weighted, variance, most: openValue }).high,
  },
  commitValue: {
    en: 'Commit; open value of this forecast category',
    zh: '承诺（该预测类别的进行中金额）',
    of: (_, { commit }) => commit,
  },
  bestCaseValue: {
    en: 'Best case; open value of this forecast category',
    zh: '最佳情况（该预测类别的进行中金额）',
    of: (_, { bestCase }) => bestCase,
  },
  pipelineValue: {
    en: 'Pipeline; open value of this forecast category',
    zh: '管道（该预测类别的进行中金额）',
    of: (_, { openValue, commit, bestCase }) => subtract(subtract(openValue, commit), bestCase),
  },
};

export const measures: Measures = { ...counts, ...values, ...days, ...forecast };
