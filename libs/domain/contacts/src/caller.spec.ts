import { UserPlaced } from '@annals/contracts-organisation';
import { NOW } from '@annals/testing';
import { about, close, closed, contacted, given, LATER, record } from '../test/callers.js';

const nowhere = { departmentId: null, teamId: null, positionId: null, regionIds: [] };
const placed = (departmentId: string | null) =>
  UserPlaced.event({ ...nowhere, userId: 'li.na', departmentId, previous: null });

describe('recording an unknown caller', () => {
  it('needs nothing that is known of the caller', () => given().when(record()).then(contacted()));

  it('keeps all that the caller said, a complaint too', () => {
    const complaint = { category: 'outage', severity: 'high', subject: '停电', text: '本周三次' } as const;
    const more = { name: '王先生', phone: '138 0013 8000', email: 'w@example.com', complaint, durationSeconds: 60 };
    given().when(record(more)).then(contacted(more));
  });

  it('has the time of the call, its outcome and its response', () => {
    const at = new Date('2026-01-02T03:00:00Z');
    const more = { outcome: 'message-left', response: 'negative' };
    given()
      .when(record({ ...more, occurredAt: at.toISOString() }), at)
      .then(contacted(more, at));
  });

  it('has the last department of the employee who took the call, if there is one', () => {
    given()
      .inContext(placed('sales'), placed('service'))
      .when(record())
      .then(contacted({ department: 'service' }));
    given().inContext(placed('sales'), placed(null)).when(record()).then(contacted());
  });

  it('is silent when repeated, also later and after the employee has moved', () => {
    const before = given(contacted({ department: 'service' }));
    before.when(record(), LATER).thenNothing();
    before.when(record({ occurredAt: NOW.toISOString() })).thenNothing();
  });

  it.each([{ summary: '缴费' }, { phone: '13800138000' }, { occurredAt: LATER.toISOString() }])(
    'is refused when another call has the id: %j',
    (other) => given(contacted()).when(record(other), LATER).thenRejected('CallerAlreadyRecorded', about),
  );
});

describe('closing the record of a caller', () => {
  const before = given(contacted());

  it('says why', () => before.when(close()).then(closed));
  it('is silent when repeated', () => given(contacted(), closed).when(close()).thenNothing());
  it('is refused for another reason', () =>
    given(contacted(), closed)
      .when(close({ reason: '骚扰' }))
      .thenRejected('CallerAlreadyClosed', about));
  it('is refused without a record', () => given().when(close()).thenRejected('CallerUnknown', about));
  it('is refused before the call', () => {
    const at = new Date('2026-01-05T08:59:59Z');
    before.when(close({ occurredAt: at.toISOString() }), at).thenRejected('CallerOccurredTooEarly', {
      ...{ follows: 'call', since: NOW.toISOString(), occurredAt: at.toISOString() },
    });
  });
});
