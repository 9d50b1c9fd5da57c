import { STEPS } from '@annals/contracts-deals';
import { reportSettings } from './report.settings.js';

const { reportAttributes, stepProbabilities, forecastFrom } = reportSettings;

describe('attributes that are dimensions', () => {
  it.each([
    ['none', []],
    ['manager', ['manager']],
    ['manager, campaign_2', ['manager', 'campaign_2']],
  ])('are read from %s', (text, names) => expect(reportAttributes.read(text)).toEqual(names));

  it.each([
    ['a name that the report has', 'manager,status'],
    ['a name of a parameter', 'from'],
    ['the same twice', 'manager,manager'],
    ['what is no name', 'the manager'],
    ['more than ten', Array.from({ length: 11 }, (_, index) => `a${index}`).join(',')],
  ])('are never %s', (_, text) => expect(reportAttributes.read(text)).toBeUndefined());
});

it('reads a probability for each step, up to certainty', () => {
  const all = (percent: number) => STEPS.map((step) => `${step}=${percent}`).join(',');
  expect(stepProbabilities.read(all(100))).toMatchObject({ intent: 100 });
  expect(stepProbabilities.read(all(101))).toBeUndefined();
  expect(stepProbabilities.read('intent=50')).toBeUndefined();
});

it.each([reportAttributes, stepProbabilities, forecastFrom])('has a default that can be read: $name', (setting) =>
  expect(setting.read(setting.fallback!)).toBeDefined(),
);
