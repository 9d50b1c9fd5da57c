import { listOf, numberFor, setting, text, type Reader } from '@annals/configuration';
import { STEPS, type Step } from '@annals/contracts-deals';
import { REPORT_PARAMETERS } from '@annals/event-sourcing';
import { dealReportNames } from '@annals/projections-deals';

const MOST_ATTRIBUTES = 10;
const TAKEN: readonly string[] = [...dealReportNames, ...REPORT_PARAMETERS];

const attributeNames = listOf(text('the name of a further attribute', /^[A-Za-z][A-Za-z0-9_-]{0,63}$/));

const isTaken = (names: readonly string[]) => names.some((name) => TAKEN.includes(name));

/** Names of attributes that are dimensions of the report on deals: each once, and none that the report has already. */
const dimensions: Reader<readonly string[]> = {
  allowed: `${attributeNames.allowed}, at most ${MOST_ATTRIBUTES}, each once, and none of ${TAKEN.join(', ')}`,
  read: (value) => {
    const names = attributeNames.read(value);
    if (names === undefined || names.length > MOST_ATTRIBUTES || isTaken(names)) return undefined;
    return new Set(names).size === names.length ? names : undefined;
  },
};

/** A percentage for each key. */
const percentFor = <K extends string>(keys: readonly K[]): Reader<Readonly<Record<K, number>>> => {
  const numbers = numberFor(keys);
  return {
    allowed: `${numbers.allowed}, in percent up to 100`,
    read: (value) => {
      const read = numbers.read(value);
      return read && keys.every((key) => read[key] <= 100) ? read : undefined;
    },
  };
};

const PROBABILITIES: Readonly<Record<Step, number>> = {
  ...{ 'need-found': 10, 'contact-and-sample': 20, intent: 40, negotiation: 60 },
  ...{ trading: 90, 'after-sales': 95, collection: 95, maintenance: 95 },
};

const FORECAST_FROM = ['commit', 'best-case'] as const;

/** Settings of the report on deals. */
export const reportSettings = {
  reportAttributes: setting(
    'DEAL_REPORT_ATTRIBUTES',
    'manager,team,series,source',
    {
      en: 'Further attributes of deals that are dimensions of the report on deals',
      zh: '可作为商机报表维度的其他属性',
    },
    dimensions,
  ),
  stepProbabilities: setting(
    'DEAL_PROBABILITIES',
    STEPS.map((step) => `${step}=${PROBABILITIES[step]}`).join(','),
    {
      en: 'Percent of the open deals at a step that are expected to be won, by step; a deal can be estimated otherwise',
      zh: '预计成交的进行中商机所占百分比（按步骤）；可对单个商机另行评估',
    },
    percentFor(STEPS),
  ),
  forecastFrom: setting(
    'FORECAST_CATEGORIES',
    'commit=75,best-case=50',
    {
      en: 'Probability in percent from which an open deal is forecast as commit or as best case; below it as pipeline',
      zh: '进行中商机归入“承诺”或“最佳情况”所需的成交概率（百分比）；低于该值为“管道”',
    },
    percentFor(FORECAST_FROM),
  ),
};
