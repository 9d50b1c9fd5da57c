import { CustomerLost, customerContracts } from '@annals/contracts-customers';
import { Contract, fieldsOf, project, typesOf, type RecordedEvent } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { z } from 'zod';
import { auditHistory, auditId } from './audit-history.js';

const Heard = Contract.of('Heard').v1(z.object({ text: z.string() }));
const Hidden = Contract.of('Hidden').v1(z.object({}));
const contracts = [...customerContracts, Heard, Hidden];
const history = auditHistory(contracts, { Heard: ({ text }: { text: string }) => text, Hidden: null });
const lost = CustomerLost.event({ customerId: 'u-1', reason: 'moved' });

const rowsAfter = (events: readonly RecordedEvent[]) => [...project(history, events).values()];

describe('audit history', () => {
  it('says when, what, who, why and where the event lies, and has no copy of its data', () => {
    const log = recorded([lost], { recordedAt: '2026-02-01T00:00:00.000Z' });
    expect(project(history, log)).toEqual(
      new Map([
        [
          '0000000000000001',
          {
            ...{ id: 'event-0', type: 'CustomerLost', stream: 'test', revision: 0, position: 1, subject: 'customer' },
            ...{ actor: 'test', occurredAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-02-01T00:00:00.000Z' },
            ...{ reason: 'moved', what: null },
          },
        ],
      ]),
    );
  });

  it('takes the reason of the command where the business asks for none', () => {
    const heard = Heard.event({ text: 'a' });
    expect(rowsAfter(recorded([heard], { reason: 'told by phone' }))).toMatchObject([{ reason: 'told by phone' }]);
    expect(rowsAfter(recorded([heard]))).toMatchObject([{ reason: null }]);
  });

  it.each([
    ['a b', ' a\n b\t'],
    ['王'.repeat(160), '王'.repeat(161)],
    ['😀'.repeat(160), '😀'.repeat(200)],
  ])('has one line of at most 160 characters: %s', (what, text) => {
    expect(rowsAfter(recorded([Heard.event({ text })]))).toMatchObject([{ what }]);
  });

  it('has no line for an event that is not shown', () => {
    expect(rowsAfter(recorded([Hidden.event({})]))).toMatchObject([{ what: null }]);
  });

  it('has a row for every event of every contract, of slices that it has never heard of, too', () => {
    expect(typesOf(history)).toEqual(contracts.map(({ type }): string => type));
    expect(rowsAfter(recorded([Heard.event({ text: 'a' })]))).toMatchObject([{ type: 'Heard', what: 'a' }]);
  });

  it('is found by customer, type, actor and both times', () => {
    const [row] = rowsAfter(recorded([lost], { recordedAt: '2026-02-01T00:00:00.000Z' }));
    expect(fieldsOf(history, row!)).toEqual({
      ...{ customer: 'customer', position: 1, type: 'CustomerLost', actor: 'test' },
      ...{ occurredAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-02-01T00:00:00.000Z', shownAt: null },
    });
  });

  it('is shown when it happened if it has a line; an event of an older version has none', () => {
    const [row] = rowsAfter(recorded([Heard.event({ text: 'a' })]));
    expect(fieldsOf(history, row!)).toMatchObject({ shownAt: '2026-01-01T00:00:00.000Z' });
    const { what: _, ...older } = row!;
    expect(fieldsOf(history, older)).toMatchObject({ shownAt: null });
  });

  it('has ids that sort like positions', () => {
    expect(auditId(9) < auditId(10)).toBe(true);
  });

  projectionContract(history, anyLogOf(fc.constantFrom(lost, { type: 'Unheard', schemaVersion: 1, data: {} })));
});
