import type { InTimeZone } from '@annals/analytics';
import { dealId, dealTerms, step, STEPS, type DealEvent } from '@annals/contracts-deals';
import { customerId, instant } from '@annals/contracts-values';
import { amount, configured, number, party, text, view } from '@annals/event-sourcing';
import { z } from 'zod';
import { attributeFields, productOf } from './deal-attributes.js';
import { chancesIn, forecastCategory, valueWhen, type ForecastFrom } from './deal-chances.js';
import { AMOUNTS, MEASURED, MEDIANS, measures } from './deal-measures.js';
import { cycleIn, periodFields } from './deal-periods.js';
import { stepFields } from './deal-steps.js';
import { status, type Deal } from './deal.js';
import type { Probabilities } from './estimates.js';
import { pipeline } from './pipeline.js';

const { title, value, owner, country, region, expectedCloseDate } = dealTerms.shape;

const fact = z.strictObject({
  ...{ dealId, customerId, title, status, step, value, owner, country, region, expectedCloseDate },
  openedAt: instant,
  closedAt: instant.nullable(),
  competitor: z.string().nullable(),
  /** In percent. */
  probability: z.number().min(0).max(100).nullable(),
});

/** Settings that the report on deals depends on. */
export type DealReportSettings = InTimeZone & {
  /** The further attributes that are dimensions. */
  readonly reportAttributes: readonly string[];
  readonly stepProbabilities: Probabilities;
  readonly forecastFrom: ForecastFrom;
};

type Chosen = Omit<DealReportSettings, 'calendar'> & { readonly timeZone: string };

const chosen = ({ calendar, reportAttributes, stepProbabilities, forecastFrom }: DealReportSettings): Chosen => ({
  ...{ timeZone: calendar.timeZone, reportAttributes, stepProbabilities, forecastFrom },
});

const flagged = (status: Deal['status']) => number((deal: Deal) => (deal.status === status ? 1 : 0));

const made = ({ timeZone, stepProbabilities, forecastFrom }: Omit<Chosen, 'reportAttributes'>) => {
  const [opened, closed] = [
    periodFields(timeZone, ({ openedAt }) => openedAt),
    periodFields(timeZone, ({ closedAt }) => closedAt),
  ];
  const expected = periodFields('UTC', ({ expectedCloseDate }) => expectedCloseDate);
  const cycle = cycleIn(timeZone);
  const chances = chancesIn(stepProbabilities, forecastFrom);
  return view<DealEvent, Deal>()({
    name: 'deal-report',
    version: 4,
    key: pipeline.key,
    on: pipeline.on,
    fields: {
      stage: text((deal) => (deal.status === 'open' ? deal.step : deal.status), {
        schema: z.enum([...STEPS, 'won', 'lost']),
      }),
      status: text((deal) => deal.status, { schema: status }),
      step: text((deal) => deal.step, { schema: step }),
      forecastCategory: text(chances.categoryOf, { schema: forecastCategory }),
      owner: party(({ owner }) => owner?.id ?? null),
      customer: text(({ customerId }) => customerId),
      deal: text(({ dealId }) => dealId),
      country: text(({ country }) => country),
      region: text(({ region }) => region),
      product: text(productOf, { personal: true }),
      competitor: text(({ competitor }) => competitor),
      reason: text(({ reason }) => reason, { personal: true }),
      currency: text(({ value }) => value.currency),
      ...{ openedYear: opened.year, openedQuarter: opened.quarter, openedMonth: opened.month },
      ...{ closedYear: closed.year, closedQuarter: closed.quarter, closedMonth: closed.month },
      ...{ expectedQuarter: expected.quarter, expectedMonth: expected.month },
      openedAt: text(({ openedAt }) => openedAt),
      ...{ open: flagged('open'), won: flagged('won'), lost: flagged('lost') },
      cycleDays: number(cycle),
      wonCycleDays: number((deal) => (deal.status === 'won' ? cycle(deal) : null)),
      lostCycleDays: number((deal) => (deal.status === 'lost' ? cycle(deal) : null)),
      value: amount(({ value }) => value.amount),
      ...{ openValue: amount(valueWhen('open')), wonValue: amount(valueWhen('won')) },
      ...{ weighted: amount(chances.weighted), variance: amount(chances.variance) },
      ...stepFields,
      ...{ commit: amount(chances.valueIn('commit')), bestCase: amount(chances.valueIn('best-case')) },
    },
    indexes: [['openedAt'], ['status', 'openedAt'], ['owner', 'openedAt'], ['customer', 'openedAt'], ['deal']],
    personal: ['title', 'attributes', 'reason', 'estimated.reason'],
    answer: {
      schema: fact,
      of: (deal) => {
        const { dealId, customerId, title, status, step, value, owner, country, region, expectedCloseDate } = deal;
        const { openedAt, closedAt, competitor } = deal;
        return {
          ...{ dealId, customerId, title, status, step, value, owner, country, region, expectedCloseDate },
          ...{ openedAt, closedAt, competitor, probability: chances.percent(deal) },
        };
      },
    },
    report: {
      name: 'deals',
      summary: {
        en: 'Deals, open and closed, by stage, owner, further attributes and periods, with win rate, cycle, sales velocity and weighted forecast; `from` and `to` are about the opening',
        zh: '商机（进行中和已关闭），按阶段、负责人、其他属性和期间统计，含赢单率、周期、销售速度和加权预测；`from` 和 `to` 指新建时间',
      },
      dimensions: [
        ...(['stage', 'status', 'step', 'owner', 'customer', 'country', 'region', 'product'] as const),
        ...(['closedQuarter', 'closedMonth', 'closedYear', 'openedQuarter', 'openedMonth', 'openedYear'] as const),
        ...(['expectedQuarter', 'expectedMonth', 'forecastCategory', 'currency', 'competitor', 'reason'] as const),
      ],
      labels: { owner: ({ owner }) => owner?.name ?? null },
      sum: MEASURED,
      amounts: AMOUNTS,
      medians: MEDIANS,
      measures,
      time: 'openedAt',
      apart: ['currency'],
    },
  });
};

/** The facts of the report on all deals: one for each, with the further attributes that the settings name as dimensions. */
export const dealReport = configured(chosen, ({ reportAttributes, ...others }) => {
  const known = made(others);
  return {
    ...known,
    fields: { ...known.fields, ...attributeFields(reportAttributes) },
    report: { ...known.report!, dimensions: [...known.report!.dimensions, ...reportAttributes] },
  };
});

/** The names that an attribute cannot have as a dimension. */
export const dealReportNames: readonly string[] = Object.keys(
  made({
    timeZone: 'UTC',
    stepProbabilities: Object.fromEntries(STEPS.map((each) => [each, 0])) as Probabilities,
    forecastFrom: { commit: 0, 'best-case': 0 },
  }).fields,
);
