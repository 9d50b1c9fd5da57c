import { contactContracts, ContactMade } from '@annals/contracts-contacts';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { breachReport } from './breach-report.js';

const report = breachReport({ calendar: { timeZone: 'Asia/Shanghai' } });

const made = {
  ...({ contactId: 't-1', customerId: 'u-1', channel: 'phone', direction: 'outbound', purpose: 'sales' } as const),
  ...({ summary: 'Hello', outcome: 'reached', response: 'none' } as const),
  ...{ contactedAt: '2026-01-31T16:30:00.000Z', contactedBy: { id: 'e-5' } },
};
const kept = ContactMade.event(made);
const broken = ContactMade.event({ ...made, breaches: ['do-not-contact', 'quiet-hours'], department: 'key' });
const other = ContactMade.event({ ...made, customerId: 'u-2', breaches: ['frequency-cap'] });

const factsOf = (...events: (typeof kept)[]) =>
  [...project(report, recorded(events)).values()].map((fact) => fieldsOf(report, fact));

it('has a fact for each rule that a contact broke, and none for other contacts', () =>
  expect(factsOf(kept, broken, other)).toMatchObject([
    { rule: 'do-not-contact', department: 'key', month: '2026-02', contacts: 1 },
    { rule: 'quiet-hours', department: 'key', month: '2026-02', contacts: 0 },
    { rule: 'frequency-cap', department: null, customer: 'u-2', contacts: 1 },
  ]));

it('calls employees by their names, where they are known', () => {
  const [fact] = project(report, recorded([broken])).values();
  const { employee } = report.report!.labels!;
  expect(employee!(fact!)).toBeNull();
  expect(employee!({ ...fact!, contactedBy: { id: 'e-5', name: 'Ann' } })).toBe('Ann');
});

viewContract(report, contactContracts, anyLogOf(fc.constantFrom(kept, broken, other)));
