import { OutcomeUnknown, Rejection, RevisionConflict } from '@annals/event-sourcing';
import { httpProblemOf, isFault } from './problem.js';

it('is a 404 where a rule has nothing to be about', () => {
  expect(httpProblemOf(new Rejection('DealNotOpen', { status: 'unknown' }))).toMatchObject({ status: 404 });
  expect(httpProblemOf(new Rejection('DealNotOpen', { status: 'won' }))).toMatchObject({ status: 409 });
});

it('asks to try again when every attempt lost its race', () => {
  const problem = httpProblemOf(new RevisionConflict('parcel-1', 1, 2));
  expect(problem).toMatchObject({ status: 409, code: 'RevisionConflict', headers: { 'Retry-After': '1' } });
});

it('is a 503 that asks to try again when the log cannot be written', () => {
  const problem = httpProblemOf(new OutcomeUnknown(new Error('disk full')));
  expect(problem).toMatchObject({ status: 503, code: 'LogUnavailable', headers: { 'Retry-After': '5' } });
  expect([isFault(problem), isFault(httpProblemOf(new Rejection('ParcelAlreadySent')))]).toEqual([true, false]);
});
