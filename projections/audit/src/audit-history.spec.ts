import { accountContracts } from '@annals/contracts-accounts';
import { complaintContracts } from '@annals/contracts-complaints';
import { contactContracts } from '@annals/contracts-contacts';
import { CustomerLost, customerContracts, identifierContracts } from '@annals/contracts-customers';
import { dealContracts } from '@annals/contracts-deals';
import { organisationContracts } from '@annals/contracts-organisation';
import { fieldsOf, project, typesOf, type RecordedEvent } from '@annals/event-sourcing';
import { projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { auditHistory, auditId } from './audit-history.js';

const contracts = [
  ...[...customerContracts, ...identifierContracts, ...contactContracts],
  ...[...dealContracts, ...complaintContracts, ...accountContracts, ...organisationContracts],
];
const lost = CustomerLost.event({ customerId: 'u-1', reason: 'moved' });

describe('audit history', () => {
  it('keeps the envelope of an event with its data, and nothing that follows from these', () => {
    const [{ log, ...kept }] = recorded([lost], { reason: 'told by phone' }) as [RecordedEvent];
    const event = { ...kept, log: log!, subjects: ['customer/customer'] } as const;
    expect(project(auditHistory, [event])).toEqual(new Map([['0000000000000001', kept]]));
  });

  it('keeps every type of event that there is', () => {
    expect(typesOf(auditHistory).toSorted()).toEqual(contracts.map(({ type }): string => type).toSorted());
  });

  it('is found by customer, type, actor and both times', () => {
    const [event] = recorded([lost], { recordedAt: '2026-02-01T00:00:00.000Z' });
    expect(fieldsOf(auditHistory, event!)).toEqual({
      ...{ customer: 'customer', position: 1, type: 'CustomerLost', actor: 'test' },
      ...{ occurredAt: '2026-01-01T00:00:00.000Z', recordedAt: '2026-02-01T00:00:00.000Z' },
    });
  });

  it('has ids that sort like positions', () => {
    expect(auditId(9) < auditId(10)).toBe(true);
  });

  projectionContract(auditHistory, fc.constantFrom(lost, { type: 'Unheard', schemaVersion: 1, data: {} }));
});
