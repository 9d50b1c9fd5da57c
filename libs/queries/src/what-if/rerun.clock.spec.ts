import { CustomerFellSilent, CustomerLost } from '@annals/contracts-customers';
import { DealClosed, DealOpened } from '@annals/contracts-deals';
import { called, clock, customer, customerId, lines, registered, rerun, told } from '../../test/told-histories.js';

describe('what the clock does under other rules', () => {
  const fellSilent = (day: string) =>
    customer(
      day,
      CustomerFellSilent.event({ customerId, lastActivityAt: '2026-01-01T00:00:00.000Z', silentDays: 180 }),
      { ...clock, commandId: 'silence/c-1/2026-01-01T00:00:00.000Z', recordedAt: `2026-${day}:01.000Z` },
    );
  const silence = fellSilent('06-30T00:00');

  it.each([
    ['earlier', '90', ['-> CustomerFellSilent 04-01T00:00', 'CustomerFellSilent 06-30T00:00 ->']],
    ['later', '200', ['CustomerFellSilent 06-30T00:00 ->', '-> CustomerFellSilent 07-20T00:00']],
    ['not yet', '365', ['CustomerFellSilent 06-30T00:00 ->']],
    ['at the same time', '180', []],
  ])('is done %s', (_, days, expected) => {
    const others = rerun({ LIFECYCLE_DECLINING_SILENT_DAYS: days }, '09-01T00:00', registered, silence);
    expect(lines(others).map((line) => line.trim())).toEqual(expected);
  });

  it('is not done between events that were recorded within a minute, as by an import', () => {
    const order = { ...called('t-1', '08-01T00:00'), more: { recordedAt: '2026-08-01T00:00:30.000Z' } };
    const imported = { ...registered, more: { recordedAt: '2026-08-01T00:00:00.000Z' } };
    expect(rerun({ LIFECYCLE_DECLINING_SILENT_DAYS: '90' }, '08-01T00:02', imported, order)).toEqual([]);
  });

  it('is not done while the clock is known to have stood still', () => {
    const later = rerun({ LIFECYCLE_DECLINING_SILENT_DAYS: '190' }, '09-01T00:00', registered, {
      ...silence,
      more: { ...silence.more, recordedAt: '2026-08-01T00:00:00.000Z' },
    });
    expect(lines(later)).toEqual(['CustomerFellSilent 06-30T00:00 -> CustomerFellSilent 07-10T00:00']);
  });
});

describe('what follows an event under other rules', () => {
  const value = { amount: '10.00', currency: 'EUR' };
  const terms = { title: 'Pump', value, lines: [], owner: null, country: null, region: null };
  const deal = { dealId: 'd-1', customerId, ...terms, expectedCloseDate: null, attributes: {} };
  const opened = told('deal-d-1', '01-02T00:00', DealOpened.event({ ...deal, step: 'need-found' } as never));
  const lost = customer('01-03T00:00', CustomerLost.event({ customerId, reason: 'price' }));
  const closed = told(
    'deal-d-1',
    '01-03T00:00',
    DealClosed.event({ ...deal, step: 'need-found', outcome: 'lost', reason: 'price', competitor: null } as never),
    {
      ...{ source: 'policy', actor: 'system:policy', causationId: 'event-3' },
      ...{ commandId: 'lose-deals-of-lost-customers/event-3/d-1', recordedAt: '2026-01-03T00:00:01.000Z' },
    },
  );

  it('is left out', () => {
    const under = { LOSE_DEALS_OF_LOST_CUSTOMERS: 'off' };
    expect(lines(rerun(under, '01-04T00:00', registered, opened, lost, closed))).toEqual([
      'DealClosed 01-03T00:00 -> ',
    ]);
  });

  it('is what it was, if its rule is the same', () => {
    expect(rerun({}, '01-04T00:00', registered, opened, lost, closed)).toEqual([]);
  });
});
