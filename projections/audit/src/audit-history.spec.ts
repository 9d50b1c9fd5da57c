import { CustomerLost, customerContracts } from '@annals/contracts-customers';
import { Contract, fieldsOf, project, typesOf, type RecordedEvent } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { z } from 'zod';
import { auditHistory, auditId } from './audit-history.js';

const Heard = Contract.of('Heard').v1(z.object({ text: z.string() }));
const contracts = [...customerContracts, Heard];
const history = auditHistory(contracts);
const lost = CustomerLost.event({ customerId: 'u-1', reason: 'moved' });

describe('audit history', () => {
  it('keeps the envelope of an event with its data, and nothing that follows from these', () => {
    const [{ log, ...kept }] = recorded([lost], { reason: 'told by phone' }) as [RecordedEvent];
    const event = { ...kept, log: log!, subjects: ['customer/customer'] } as const;
    expect(project(history, [event])).toEqual(new Map([['0000000000000001', kept]]));
  });

  it('keeps every event of every contract, of slices that it has never heard of, too', () => {
    expect(typesOf(history)).toEqual(contracts.map(({ type }): string => type));
    const entries = [...project(history, recorded([Heard.event({ text: 'a' })])).values()];
    expect(entries).toMatchObject([{ type: 'Heard', data: { text: 'a' } }]);
  });

  it('is found by customer, type, actor and both times', () => {
    const [event] = recorded([lost], { recordedAt: '2026-02-01T00:00:00.000Z' });
    expect(fieldsOf(history, event!)).toEqual({
      ...{ customer: 'customer', position: 1, type: 'CustomerLost', actor: 'test' },
      ...{ occurredAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-02-01T00:00:00.000Z' },
    });
  });

  it('has ids that sort like positions', () => {
    expect(auditId(9) < auditId(10)).toBe(true);
  });

  projectionContract(history, anyLogOf(fc.constantFrom(lost, { type: 'Unheard', schemaVersion: 1, data: {} })));
});
