import { CustomerRegistered } from '@annals/contracts-customers';
import { STEPS } from '@annals/contracts-deals';
import {
  commandLaws,
  eventLaws,
  explore,
  foldLaws,
  nameLaws,
  newestSamples,
  settingsLaws,
  viewLaws,
} from '@annals/laws';
import { annalsCatalogue, configurationOf, slices } from './index.js';

const configuration = configurationOf({});
const catalogue = annalsCatalogue(configuration);
const explored = explore(catalogue);
const samples = slices.flatMap(({ name, events }) =>
  newestSamples(events, `${import.meta.dirname}/../../../contracts/${name}/samples`),
);

commandLaws(catalogue, explored);
foldLaws(catalogue);
viewLaws(catalogue, explored, samples);
eventLaws(catalogue, explored);
nameLaws(catalogue);

const otherwise = configurationOf({
  TIME_ZONE: 'Pacific/Kiritimati',
  PHONE_REGION: 'AT',
  BUSINESS_HOURS: 'sat-sun 10:00-12:00',
  HOLIDAYS: '2024-02-01',
  LIFECYCLE_MATURE_WON_DEALS: '1',
  LIFECYCLE_MATURE_WITHIN_DAYS: '2',
  LIFECYCLE_MATURE_TENURE_MONTHS: '1',
  LIFECYCLE_DECLINING_SILENT_DAYS: '2',
  LIFECYCLE_DECLINING_UNRESOLVED_COMPLAINTS: '1',
  HOURS_TO_RESOLVE: 'low=4,medium=3,high=2,critical=1',
  HOURS_TO_RESPOND: 'low=1,medium=1,high=1,critical=2',
  ESCALATE_OVERDUE: 'off',
  LOSE_DEALS_OF_LOST_CUSTOMERS: 'off',
  DAYS_UNTIL_STALLED: STEPS.map((step) => `${step}=7`).join(','),
  DEAL_REPORT_ATTRIBUTES: 'manager,campaign',
  DEAL_PROBABILITIES: STEPS.map((step) => `${step}=50`).join(','),
  DEAL_STEP_GATES: 'negotiation=sample+lines,trading=value',
  FORECAST_CATEGORIES: 'commit=90,best-case=30',
  CONSENT_REQUIRED_FOR: 'sales',
  OBJECTION_APPLIES_TO: 'sales',
  DO_NOT_CONTACT_APPLIES_TO: 'sales',
  QUIET_HOURS_APPLY_TO: 'sales',
  QUIET_HOURS_OVER: 'phone',
  FREQUENCY_CAP_APPLIES_TO: 'marketing',
  DUPLICATES_PROBABLE_FROM: '0.6',
  DUPLICATES_SAME_FROM: '0.8',
  LEAD_SCORE_RULES: 'has=phone:1',
  LEAD_FORM_LIMIT_PER_MINUTE: '1',
  LEAD_FORM_LIMIT_PER_ADDRESS: '1',
  OFFERS_SUPPORT_FROM: '0.02',
  OFFERS_CONFIDENCE_FROM: '0.3',
  OFFERS_LIFT_FROM: '1.5',
  TAX_RATES: 'standard=20,reduced=10,zero=0,exempt=0',
  QUOTE_DISCOUNT_LIMITS: 'sales=5',
  QUOTE_TOTAL_LIMITS: 'sales.CNY=1000',
});

const withoutCountry = CustomerRegistered.event({
  customerId: 'u-1',
  profile: { kind: 'person', name: 'Ann', roles: ['prospect'], phone: '021-61234567' },
});
settingsLaws(catalogue, annalsCatalogue(otherwise), explored.logs.slice(0, 60), [...samples, withoutCountry]);

it('tries settings of views that differ in everything', () => {
  const leaves = ({ calendar, phoneRegion, lifecycle, slices }: typeof configuration) =>
    [
      ...Object.values(calendar),
      phoneRegion,
      ...Object.values(lifecycle).flatMap((part) => Object.values(part)),
      ...Object.values(slices).flatMap((own) => Object.values(own)),
    ].map((value) => JSON.stringify(value));
  const changed = leaves(otherwise);
  expect(leaves(configuration).filter((value, index) => value === changed[index])).toEqual([]);
});
