import { fold } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { drafted, settings } from '../test/story.js';
import { quoteBy } from './quote.decider.js';

it('is looked after by its owner', () => {
  const rules = quoteBy(settings);
  const partiesAfter = (...events: Parameters<typeof recorded>[0]) => rules.parties!(fold(rules, recorded(events)));
  expect(partiesAfter()).toEqual([]);
  expect(partiesAfter(drafted({ owner: null }))).toEqual([]);
  expect(partiesAfter(drafted())).toEqual(['anna']);
});
