import { callerContracts, CallerClosed, CallerIdentified, UnknownCallerContacted } from '@annals/contracts-contacts';
import type { CallerEvent } from '@annals/contracts-contacts';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { unknownCallers } from './unknown-callers.js';

const view = unknownCallers({ phoneRegion: 'CN', calendar: { timeZone: 'Asia/Shanghai' } });

const call = {
  ...({ callerId: 'cl-1', channel: 'phone', purpose: 'service', summary: 'No light.', outcome: 'reached' } as const),
  ...({ response: 'none', contactedAt: '2026-01-01T08:00:00.000Z', contactedBy: { id: 'e-5' } } as const),
};
const complaint = { category: 'outage', severity: 'high', subject: 'Dark', text: 'Again.' } as const;
const none = { customerId: null, contactId: null, complaintId: null, identifiedAt: null, closedFor: null };
const bare = UnknownCallerContacted.event(call);
const whole = UnknownCallerContacted.event({
  ...{ ...call, callerId: 'cl-2', durationSeconds: 60, name: '王先生', phone: '138 0013 8000', email: 'w@example.com' },
  ...{ complaint, department: 'service' },
});
const closed = CallerClosed.event({ callerId: 'cl-1', reason: 'Wrong number.' });

const identified = CallerIdentified.event({
  ...{ callerId: 'cl-1', customerId: 'u-1', contactId: 'caller:cl-1', channel: 'phone' as const },
  ...{ contactedAt: call.contactedAt, contactedBy: call.contactedBy },
});

const after = (callerId: string, ...events: readonly CallerEvent[]) => project(view, recorded(events)).get(callerId)!;
/** What the field has for a number that is asked for. */
const dialled = (written: string) => view.list!.facets![0]!.as('phone', written);
const answerTo = (...given: Parameters<typeof after>) => view.answer.of(after(...given));

it('shows what is not known as null', () =>
  expect(answerTo('cl-1', bare)).toEqual({
    ...{ ...call, name: null, phone: null, email: null, durationSeconds: null, complaint: null, department: null },
    ...{ status: 'open', ...none },
  }));

it('shows all that was said', () =>
  expect(answerTo('cl-2', whole)).toEqual({ ...whole.data, status: 'open', ...none }));

it('shows why a record was closed', () =>
  expect(answerTo('cl-1', bare, closed)).toMatchObject({ status: 'closed', closedFor: 'Wrong number.' }));

it('is about the customer when it is identified, also after it was closed', () => {
  const caller = after('cl-1', bare, closed, identified);
  expect(view.answer.of(caller)).toMatchObject({
    ...{ status: 'identified', customerId: 'u-1', contactId: 'caller:cl-1', closedFor: null },
    identifiedAt: '2026-01-03T00:00:00.000Z',
  });
  expect(fieldsOf(view, caller)).toMatchObject({ customer: 'u-1', status: 'identified' });
});

it('names the complaint that it became', () => {
  const { callerId } = whole.data;
  const { data } = identified;
  const told = CallerIdentified.event({ ...data, callerId, contactId: 'caller:cl-2', complaint });
  expect(answerTo(callerId, whole, told)).toMatchObject({ complaint, complaintId: 'caller:cl-2' });
});

it('has the revision of the record', () => expect(view.revision!(after('cl-1', bare))).toBe(0));

it.each(['13800138000', '+86 138-0013-8000', '(0086) 138 0013 8000', '13800138000 转 8'])(
  'is found by its phone number, written as %s',
  (written) => {
    expect(fieldsOf(view, after('cl-2', whole))['phones']).toEqual([dialled(written)]);
  },
);

it('is not found by a part of its number, and by no number where there is none', () => {
  expect(fieldsOf(view, after('cl-2', whole))['phones']).not.toContain(dialled('0013 8000'));
  expect([fieldsOf(view, after('cl-1', bare))['phones'], dialled('none')]).toEqual([[], '']);
});

it('is found by department and by whether the caller complains', () => {
  const found = [after('cl-1', bare), after('cl-2', whole)].map((caller) => fieldsOf(view, caller));
  expect(found).toMatchObject([
    { department: null, complains: false, customer: null, by: 'e-5' },
    { department: 'service', complains: true, customer: null, by: 'e-5' },
  ]);
});

it('counts what became of callers, and in which time, for its report', () => {
  const figures = [after('cl-1', bare, identified), after('cl-1', bare, closed), after('cl-2', whole)].map((caller) =>
    fieldsOf(view, caller),
  );
  expect(figures).toMatchObject([
    { year: 2026, month: '2026-01', identified: 1, closed: 0, complaints: 0, minutes: 960 },
    { identified: 0, closed: 1, complaints: 0, minutes: 0 },
    { identified: 0, closed: 0, complaints: 1, minutes: 0 },
  ]);
  const { identifiedShare, averageIdentificationMinutes } = view.report!.measures;
  const sums = { count: 4, identified: 2, closed: 1, complaints: 1, minutes: 32 };
  const none = { count: 0, identified: 0, closed: 0, complaints: 0, minutes: 0 };
  expect([identifiedShare!.of(sums, {}, {}), averageIdentificationMinutes!.of(sums, {}, {})]).toEqual([0.5, 16]);
  expect(identifiedShare!.of({ ...sums, count: 3 }, {}, {})).toBe(0.67);
  expect(averageIdentificationMinutes!.of({ ...sums, identified: 3 }, {}, {})).toBe(10.67);
  expect([identifiedShare!.of(none, {}, {}), averageIdentificationMinutes!.of(none, {}, {})]).toEqual([null, null]);
});

it('calls employees by their names, where they are known', () => {
  const { by } = view.report!.labels!;
  const caller = after('cl-1', bare);
  expect([by!(caller), by!({ ...caller, contactedBy: { id: 'e-5', name: 'Ann' } })]).toEqual([null, 'Ann']);
});

viewContract(view, callerContracts, anyLogOf(fc.constantFrom<CallerEvent>(bare, whole, closed, identified)));
