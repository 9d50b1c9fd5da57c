import { annalsCatalogue, configurationOf } from '@annals/composition';
import { acceptedHistories } from '../../test/accepted-histories.js';
import { differs, type Outcome } from './decision.js';
import { Rerun } from './rerun.js';

const catalogue = annalsCatalogue(configurationOf({}));
const histories = acceptedHistories();
const retold = new Set(
  histories
    .flat()
    .filter((event) => catalogue.aggregates.some((aggregate) => aggregate.retold(event, undefined)))
    .map(({ type }) => type),
);

const outcomesUnder = (settings: Readonly<Record<string, string>>): readonly Outcome[] => {
  const under = annalsCatalogue(configurationOf(settings));
  return histories.flatMap((history) => [
    ...new Rerun(catalogue, under).over(history, new Date(history.at(-1)!.recordedAt)),
  ]);
};

describe('a replay', () => {
  it('finds nothing different under the settings that a history was decided with, whatever happened', () => {
    expect(outcomesUnder({}).filter(differs)).toEqual([]);
  });

  it('passes every event once', () => {
    const passed = outcomesUnder({}).flatMap(({ recorded }) => recorded);
    expect(passed).toEqual(histories.flat());
  });

  it('retells each kind of decision in these laws', () => {
    expect([...retold].toSorted()).toEqual([
      ...['ComplaintBecameOverdue', 'ComplaintChanged', 'ComplaintFiled', 'ComplaintPaused', 'ComplaintReopened'],
      ...['ComplaintResolved', 'ComplaintResumed', 'ComplaintWithdrawn', 'ContactMade', 'FirstResponseGiven'],
    ]);
  });

  it.each([
    ['CONSENT_REQUIRED_FOR', 'none', ['ContactMade']],
    ['HOURS_TO_RESOLVE', 'low=400,medium=400,high=400,critical=400', ['ComplaintFiled', 'ComplaintReopened']],
    ['HOURS_TO_RESPOND', 'low=0.1,medium=0.1,high=0.1,critical=0.1', ['ComplaintFiled', 'FirstResponseGiven']],
    ['HOLIDAYS', '2026-01-06', ['ComplaintFiled', 'ComplaintResumed']],
  ])('under another %s changes only what depends on it', (name, value, types) => {
    const others = outcomesUnder({ [name]: value }).filter(differs);
    const changed = new Set(others.flatMap(({ recorded, would }) => [...recorded, ...would]).map(({ type }) => type));
    expect([...changed]).toEqual(expect.arrayContaining(types));
    for (const type of changed) expect(type).toMatch(name.startsWith('CONSENT') ? /^Contact/ : /^(Complaint|First)/);
  });
});
