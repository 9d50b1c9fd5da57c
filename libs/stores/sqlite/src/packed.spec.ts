import fc from 'fast-check';
import Database from 'better-sqlite3';
import { Bodies } from './bodies.js';
import { Statements } from './statements.js';

const database = new Database(':memory:');
afterAll(() => database.close());
const bodies = new Bodies(database, new Statements(database));
const anotherConnection = () => new Bodies(database, new Statements(database));

const asJson = (document: object) => JSON.parse(JSON.stringify(document)) as object;
const packed = (document: object, columns: readonly (string | number)[] = []) =>
  Buffer.from(bodies.pack(document, 'id-1', columns));
const unpacked = (bytes: Buffer, columns: readonly (string | number)[] = [], by = bodies) =>
  by.document(['id-1', 1, bytes, ...columns]).body;

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('id-1', 'region', '', 'ab', '\ud800', 'x'.repeat(200), '王'.repeat(60), '2026-02-30', '2026-01-31'),
  fc.constantFrom('2026-02-30T00:00:00.000Z', '2026-01-31T09:00:00.000Z', '1969-12-31T23:59:59.999Z', '1969-12-31'),
  fc.constantFrom('0198a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', '0198A1B2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.uuid(),
);
const key = fc.oneof(fc.constantFrom('name', 'since', 'toJSON', '__proto__', 'a,b', '', 'd-1'), text);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    ...[text, fc.double(), fc.integer(), fc.maxSafeInteger(), fc.boolean()],
    ...[fc.constantFrom(null, undefined, -0, 63, 64), fc.date({ noInvalidDate: true })],
    fc.array(tie('value'), { maxLength: 20 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  ),
}));

describe('a packed document', () => {
  it('is read as JSON would have kept it, with any columns, by every connection', () => {
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.array(fc.oneof(text, fc.integer())), (document, any) => {
        const columns = any.map((each) => (typeof each === 'string' ? each.toWellFormed() : each));
        const bytes = packed(document, columns);
        expect(unpacked(bytes, columns)).toEqual(asJson(document));
        expect(unpacked(bytes, columns, anotherConnection())).toEqual(asJson(document));
      }),
    );
  });

  it('keeps the order of its keys', () => {
    const document = { b: 1, a: { '10': 1, 'd-2': 2, 'd-1': 3 } };
    expect(JSON.stringify(unpacked(packed(document)))).toBe(JSON.stringify(document));
  });

  it('repeats neither its keys nor a text that its row has', () => {
    const at = '2026-01-31T09:00:00.000Z';
    const document = { customerId: 'id-1', registeredAt: at, owner: null, evidence: [{ occurredAt: at }] };
    expect(packed(document, [at])).toHaveLength(9);
    expect(packed({ ...document, registeredAt: '2026-02-01T09:00:00.000Z' })).toHaveLength(21);
  });

  it('can be longer than any before', () => {
    const document = { texts: Array.from({ length: 3_000 }, (_, number) => `${number} `.repeat(20)) };
    expect(unpacked(packed(document))).toEqual(document);
  });

  it('was JSON in versions before', () => {
    expect(bodies.document(['id-1', 1, '{"name":"Ann"}']).body).toEqual({ name: 'Ann' });
  });

  it('cannot have a bigint, as JSON cannot', () => {
    expect(() => packed({ amount: 1n })).toThrow(TypeError);
  });

  it.each([
    ['an unknown tag', Buffer.of(0x0f), 'unknown tag 15'],
    ['an unknown shape', Buffer.of(0x0d, 0x64), 'the shape 100, which the file does not list'],
  ])('is not read with %s', (_, bytes, reason) => {
    expect(() => unpacked(bytes)).toThrow(reason);
  });
});

describe('the shapes of documents', () => {
  it('are numbered anew after a roll-back', () => {
    database.exec('BEGIN');
    packed({ rolled: 1, back: 1 });
    database.exec('ROLLBACK');
    bodies.forget();
    packed({ another: 1 });
    const bytes = packed({ rolled: 1, back: 2 });
    expect(unpacked(bytes, [], anotherConnection())).toEqual({ rolled: 1, back: 2 });
  });

  it('are at most 4,000, and without data', () => {
    const shapes = () => database.prepare('SELECT count(*) FROM "annals shapes"').pluck().get() as number;
    const before = shapes();
    packed({ 'd-1': 1, d2: 2, 王: 3, [`${'x'.repeat(2_001)}`]: 4 });
    expect(shapes()).toBe(before);
    const letters = (number: number) =>
      [...`${number}`].map((digit) => String.fromCharCode(97 + Number(digit))).join('');
    for (let number = 0; number < 4_100; number += 1) packed({ [letters(number)]: number });
    expect(shapes()).toBe(4_000);
    expect(unpacked(packed({ [letters(4_050)]: 7 }))).toEqual({ [letters(4_050)]: 7 });
  });
});
