import { isISO8601 } from 'class-validator';
import fc from 'fast-check';
import { pastInstant } from './past-instant.js';

const two = fc.constantFrom(
  '00',
  '01',
  '02',
  '09',
  '12',
  '13',
  '23',
  '24',
  '28',
  '29',
  '30',
  '31',
  '32',
  '59',
  '60',
  '5',
);
const day = fc
  .tuple(fc.constantFrom('1900', '1999', '2000', '2023', '2024', '20245', '24'), two, two)
  .map((parts) => parts.join('-'));
const fraction = fc.constantFrom('', '.', '.5', '.123', '.123456789', ',5');
const minutes = fc.tuple(two, fc.constantFrom(':', ''), two).map((parts) => parts.join(''));
const time = fc
  .tuple(minutes, fc.option(fc.tuple(fc.constantFrom(':', ''), two), { nil: ['', ''] }), fraction)
  .map(([start, seconds, rest]) => start + seconds.join('') + rest);
const offset = fc.oneof(
  fc.constantFrom('', 'Z', 'z', '+08:00', '-0730', '+01'),
  fc.tuple(fc.constantFrom('+', '-'), minutes).map((parts) => parts.join('')),
);
const anyText = fc.oneof(
  day,
  fc.tuple(day, fc.constantFrom('T', ' ', 't'), time, offset).map((parts) => parts.join('')),
  fc.string({ maxLength: 40 }),
);

it('is what ISO 8601 and the clock know, with an offset or as a day', () =>
  fc.assert(
    fc.property(anyText, (text) => {
      const isIso = isISO8601(text, { strict: true, strictSeparator: true });
      const hasForm = /^\d{4}-\d\d-\d\d(T.*(Z|[+-]\d\d:?\d\d))?$/.test(text);
      expect(pastInstant.safeParse(text).success).toBe(isIso && hasForm && Date.parse(text) <= Date.now());
    }),
    { numRuns: 5_000 },
  ));

it.each(['2024-02-29', '2024-02-29T24:00Z', '2024-01-05T09:00:00.123456789+0100'])('may be %s', (text) =>
  expect(pastInstant.safeParse(text).success).toBe(true),
);
