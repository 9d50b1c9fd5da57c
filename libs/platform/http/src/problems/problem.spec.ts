import {
  OutcomeUnknown,
  problems,
  Rejection,
  ReservationsNotReady,
  RevisionConflict,
  type Kind,
} from '@annals/event-sourcing';
import { httpProblemOf, isFault, problemOf } from './problem.js';

const words = { en: 'No', zh: '否' };
const declared = (code: string, kind: Kind = 'conflict') =>
  problems({ [code]: { kind, title: words, detail: words } }).types[0]!;

it.each<[Kind, number]>([
  ['missing', 404],
  ['conflict', 409],
  ['taken', 409],
  ['invalid', 400],
  ['reference', 422],
])('answers a rejection of the kind %s with %i, whatever its code and details are called', (kind, status) => {
  for (const code of ['DealNotOpen', 'CustomerNotRegistered', 'UserUnknown'])
    for (const details of [{}, { status: 'unknown' }])
      expect(httpProblemOf(new Rejection(declared(code, kind), details))).toMatchObject({ status, code, details });
});

it('answers what the body names otherwise than what the path names', () => {
  const missing = declared('CustomerNotRegistered', 'missing');
  expect(httpProblemOf(new Rejection(missing, {}, 'reference'))).toMatchObject({ status: 422 });
});

it('is written in the language that is asked for', () => {
  const [full] = problems({
    TrainFull: {
      kind: 'conflict',
      title: { en: 'Train full', zh: '列车已满' },
      detail: { en: 'All {seats} seats are sold.', zh: '{seats} 个座位已售完。' },
      example: { seats: 2 },
    },
  }).types;
  const problem = httpProblemOf(new Rejection(full!, { seats: 2 }));
  expect(problemOf(problem, 'en')).toMatchObject({ title: 'Train full', detail: 'All 2 seats are sold.' });
  expect(problemOf(problem, 'zh')).toMatchObject({ title: '列车已满', detail: '2 个座位已售完。' });
});

it('asks to try again when every attempt lost its race', () => {
  const problem = httpProblemOf(new RevisionConflict('parcel-1', 1, 2));
  expect(problem).toMatchObject({ status: 409, code: 'RevisionConflict', headers: { 'Retry-After': '1' } });
});

it('is a 503 that asks to try again while unique values are reserved anew', () => {
  const problem = httpProblemOf(new ReservationsNotReady());
  expect(problem).toMatchObject({ status: 503, code: 'UniqueValuesNotReady', headers: { 'Retry-After': '5' } });
  expect(isFault(problem)).toBe(false);
});

it('is a 503 that asks to try again when the log cannot be written', () => {
  const problem = httpProblemOf(new OutcomeUnknown(new Error('disk full')));
  expect(problem).toMatchObject({ status: 503, code: 'LogUnavailable', headers: { 'Retry-After': '5' } });
  expect([isFault(problem), isFault(httpProblemOf(new Rejection(declared('ParcelAlreadySent'))))]).toEqual([
    true,
    false,
  ]);
});
