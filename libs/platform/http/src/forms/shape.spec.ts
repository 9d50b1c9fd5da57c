import { MOST_VALUES, refuseBulkShape, refuseShape } from './shape.js';

const list = (length: number) => Array.from({ length }, () => null);
const fields = (count: number) => Object.fromEntries(list(count).map((_, index) => [`f${index}`, index]));
const codeOf = (refuse: () => void) => {
  try {
    refuse();
    return undefined;
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
};

it.each([
  ['entries', list(MOST_VALUES - 1)],
  ['fields', fields(MOST_VALUES - 1)],
  ['entries of entries', list(99).map(() => list(100))],
])('counts %s, whatever they lie in', (_, values) => {
  expect(codeOf(() => refuseShape({ values }, MOST_VALUES))).toBeUndefined();
  expect(codeOf(() => refuseShape({ values, more: list(MOST_VALUES) }, MOST_VALUES))).toBe('TooManyValues');
});

it('looks at nothing inside of what is too much', () => {
  const unread = Object.defineProperty({}, 'inside', { enumerable: true, get: () => expect(true).toBe(false) });
  expect(codeOf(() => refuseShape({ values: list(MOST_VALUES), unread }, MOST_VALUES))).toBe('TooManyValues');
});

it('bounds each command of a bulk request, and all of them', () => {
  const command = { type: 'A', values: list(MOST_VALUES - 2) };
  expect(codeOf(() => refuseBulkShape({ commands: list(19).map(() => command) }))).toBeUndefined();
  expect(codeOf(() => refuseBulkShape({ commands: list(20).map(() => command) }))).toBe('TooManyValues');
  expect(codeOf(() => refuseBulkShape({ commands: [{ ...command, more: 1 }] }))).toBe('TooManyValues');
});

it.each([undefined, null, 7, 'text', [], { commands: null }, { commands: [null, 'text'] }])('takes %j', (body) => {
  expect(codeOf(() => refuseBulkShape(body))).toBeUndefined();
});
