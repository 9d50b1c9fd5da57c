import type { CustomerEvent } from '@annals/contracts-customers';
import { decide, fold, project, until, type Moment, type RecordedEvent } from '@annals/event-sourcing';
import { rowOf } from '@annals/projections-customers';
import { change, customerId, in2010, in2012, in2015, list, logAfter, pageOf, register, rules } from '../test/dated.js';

const phones = (log: readonly RecordedEvent<CustomerEvent>[]) =>
  log.flatMap(({ data }) => ('changes' in data ? data.changes : []));

describe('a change that is recorded after a later one', () => {
  const log = logAfter(
    register(in2010, { phone: '2010' }),
    change(in2015, { phone: '2015' }),
    change(in2012, { phone: '2012' }),
  );
  const phoneAsOf = (moment: Moment) => pageOf(until(log, moment)).profile.phone;

  it('changes nothing that is true now', () => {
    expect(pageOf(log).profile.phone).toBe('2015');
    expect(pageOf(log).changes).toMatchObject([{ after: '2015' }, { after: '2012' }]);
    expect(rowOf(project(list, log).get(customerId)!).phone).toBe('2015');
  });

  it('says what the value was before it', () =>
    expect(phones(log)).toEqual([
      { field: 'phone', before: '2010', after: '2015' },
      { field: 'phone', before: '2010', after: '2012' },
    ]));

  it('shows as of each moment, on both axes', () => {
    const known = ['2026-01-01', '2026-01-02', '2026-01-03'].map((day) => phoneAsOf({ recordedAt: new Date(day) }));
    expect(known).toEqual(['2010', '2015', '2015']);
    const occurred = ['2011-01-01', '2013-01-01', '2016-01-01'].map((day) => phoneAsOf({ occurredAt: new Date(day) }));
    expect(occurred).toEqual(['2010', '2012', '2015']);
  });

  it('is recorded once', () => {
    const again = decide(
      rules,
      change(in2012, { phone: '2012' }).command,
      fold(rules, log),
      new Date(in2012),
      undefined,
    );
    expect(again).toEqual([]);
  });

  it('neither takes nor frees what is unique', () => {
    const mails = logAfter(
      register(in2010, { email: 'a@example.com' }),
      change(in2015, { email: 'b@example.com' }),
      change(in2012, { email: 'c@example.com' }),
    );
    expect(rules.identifiers!(fold(rules, mails))).toEqual([{ kind: 'email', value: 'b@example.com' }]);
  });

  it('is of no effect on a value that was removed later', () => {
    const removed = logAfter(
      register(in2010),
      change(in2015, { fax: null, phone: '1' }),
      change(in2012, { phone: '2' }),
    );
    expect(pageOf(removed).profile.phone).toBe('1');
    const gone = logAfter(
      register(in2010, { fax: '1' }),
      change(in2015, { fax: null }),
      change(in2012, { fax: '2', industry: 'power' }),
    );
    expect(pageOf(gone).profile).toMatchObject({ industry: 'power' });
    expect(pageOf(gone).profile).not.toHaveProperty('fax');
  });

  it('is of no effect on a registration that came later, but says what that leaves open', () => {
    const late = logAfter(register(in2015, { phone: '1' }), change(in2012, { phone: '2', fax: '3' }));
    expect(pageOf(late).profile).toMatchObject({ phone: '1', fax: '3' });
    expect(phones(late)).toMatchObject([
      { field: 'phone', before: null },
      { field: 'fax', before: null },
    ]);
  });

  it('is recorded once also if it was announced for a later day', () => {
    const announced = change(in2012, { phone: '2013' }, '2013-01-01');
    const log = logAfter(register(in2010), change(in2015, { phone: '2015' }), announced);
    expect(log).toHaveLength(3);
    expect(logAfter(register(in2010), change(in2015, { phone: '2015' }), announced, announced)).toEqual(log);
  });

  it('is recorded with the present value only if it has an explicit time', () => {
    const same = [register(in2010), change(in2015, { phone: '1' })];
    expect(logAfter(...same, change(in2012, { phone: '1' }))).toHaveLength(3);
    const backdated = { type: 'ChangeData', customerId, changes: { phone: '1' }, effectiveDate: '2012-01-01' } as const;
    const decideNow = () => decide(rules, backdated, fold(rules, logAfter(...same)), new Date('2026-01-05'), undefined);
    expect(decideNow).toThrow(expect.objectContaining({ code: 'DataAlreadyChanged' }) as Error);
  });
});

it('takes effect by its effective date, whenever it is recorded', () => {
  const now = '2026-01-05T09:00:00.000Z';
  const log = logAfter(
    register(in2010, { phone: '0', region: 'east' }),
    change(now, { phone: '2' }, '2020-01-01'),
    change('2026-01-06T09:00:00.000Z', { phone: '1', region: 'west' }, '2019-01-01'),
  );
  expect(pageOf(log).profile).toMatchObject({ phone: '2', region: 'west' });
});
