import { until, type Event } from '@annals/event-sourcing';
import { anyLogOf, partAfter, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { consented, customerId, dated, ended, expired, needed } from '../test/dated.js';
import { registered, renamed, tookEffect } from '../test/dated.js';
import { customerFile } from './customer-file.js';
import { filePart } from './file-part.js';

const after = (...events: Event[]) => partAfter(filePart, recorded(events), { customerId });

describe('a change that takes effect later', () => {
  const known = [registered, renamed('Later', '2030-01-01', 1), renamed('Soon', '2026-07-01', 2)];

  it('is shown as coming, the next one first, and changes nothing yet', () => {
    const page = after(...known);
    expect(page).toMatchObject({ profile: { name: 'Old' }, changes: [] });
    expect(page.coming).toEqual([
      {
        ...{ number: 2, effectiveDate: '2026-07-01', changes: [{ field: 'name', before: 'Old', after: 'Soon' }] },
        ...{ reason: 'merger', source: 'letter', knownSince: '2026-01-03T00:00:00.000Z' },
      },
      expect.objectContaining({ number: 1, effectiveDate: '2030-01-01' }),
    ]);
  });

  it('becomes a change like any other on its day', () => {
    const page = after(...known, tookEffect('Soon', '2026-07-01', 2));
    expect(page.coming).toMatchObject([{ number: 1 }]);
    expect(page).toMatchObject({
      profile: { name: 'Soon' },
      changes: [
        {
          ...{ field: 'name', before: 'Old', after: 'Soon', effectiveDate: '2026-07-01' },
          ...{ reason: 'merger', source: 'letter', changedAt: '2026-01-04T00:00:00.000Z' },
        },
      ],
    });
  });

  it('takes effect even if nobody knows why', () => {
    expect(after(registered, tookEffect('Soon', '2026-07-01', 1)).changes).toMatchObject([
      { after: 'Soon', reason: null, source: null },
    ]);
  });

  it('is true from its day on, whenever the clock has noted it', () => {
    const late = { position: 4, occurredAt: '2026-07-01T00:00:00.000Z', recordedAt: '2026-08-01T00:00:00.000Z' };
    const log = [...recorded(known), ...recorded([tookEffect('Soon', '2026-07-01', 2)], late)];
    const nameOn = (day: string) =>
      partAfter(filePart, until(log, { occurredAt: new Date(day) }), { customerId }).profile.name;
    expect([nameOn('2026-06-30'), nameOn('2026-07-01')]).toEqual(['Old', 'Soon']);
  });
});

it('has needs until their last day is over', () => {
  const { needs } = after(needed('n-1'), needed('n-2', '2026-09-30'), ended('n-2', '2026-09-30'));
  expect(needs).toMatchObject([
    { needId: 'n-2', until: '2026-09-30', endedAt: '2026-01-03T00:00:00.000Z' },
    { needId: 'n-1', endedAt: null },
  ]);
});

it('has a consent until it expires', () => {
  const expiresAt = '2028-01-01T00:00:00Z';
  expect(after(consented(expiresAt)).consents).toMatchObject([{ given: true, expiresAt }]);
  expect(after(consented(expiresAt), expired(expiresAt)).consents).toMatchObject([
    { given: false, expiresAt, since: '2026-01-02T00:00:00.000Z' },
  ]);
});

describe('the page of what comes and ends', () =>
  projectionContract(customerFile, anyLogOf(fc.constantFrom(...dated))));
