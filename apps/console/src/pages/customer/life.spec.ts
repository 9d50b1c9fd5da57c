import { densityOf, marksOf, neighbour, segmentsOf, shareOf } from './life.js';

const at = (day: string) => new Date(`${day}T00:00:00`).getTime();

it('counts events in equal parts of the span, the last moment included', () => {
  expect(densityOf([0, 1, 50, 100], 0, 100, 4)).toEqual([2, 0, 1, 1]);
  expect(densityOf([], 0, 100, 3)).toEqual([0, 0, 0]);
});

it('puts what lies outside of the span at its ends', () => {
  expect([shareOf(-5, 0, 10), shareOf(15, 0, 10), shareOf(3, 3, 3)]).toEqual([0, 1, 1]);
});

it('shows each state until the next one begins, and the last one until the end', () => {
  const changes = [
    { to: 'developing', since: '2025-03-01T00:00:00Z' },
    { to: 'initial', since: '2025-01-01T00:00:00Z' },
  ];
  const [begin, end] = [Date.parse('2025-01-01T00:00:00Z'), Date.parse('2025-05-01T00:00:00Z')];
  expect(segmentsOf(changes, begin, end).map(({ state, from, to }) => [state, from, to])).toEqual([
    ['initial', begin, Date.parse('2025-03-01T00:00:00Z')],
    ['developing', Date.parse('2025-03-01T00:00:00Z'), end],
  ]);
});

it('marks months, quarters or years, as many as there is room for', () => {
  expect(marksOf(at('2025-01-10'), at('2025-04-10'), 5)).toEqual(['2025-02-01', '2025-03-01', '2025-04-01'].map(at));
  expect(marksOf(at('2023-01-10'), at('2025-04-10'), 5)).toEqual(
    ['2023-07-01', '2024-01-01', '2024-07-01', '2025-01-01'].map(at),
  );
});

it('finds the event before and after a moment', () => {
  expect([neighbour([3, 1, 2], 2, 1), neighbour([3, 1, 2], 2, -1), neighbour([3, 1], 3, 1)]).toEqual([3, 1, undefined]);
});
