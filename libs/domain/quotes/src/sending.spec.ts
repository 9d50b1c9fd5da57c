import { declined, drafted, given } from '../test/story.js';
import { revised, roles, send, sent, withdrawn } from '../test/story.js';

const on = (day: number) => `2026-01-${`${day}`.padStart(2, '0')}T09:00:00.000Z`;
const at = <E extends object>(day: number, event: E) => ({ ...event, occurredAt: on(day) });
const late = <C extends object>(day: number, command: C) =>
  [{ ...command, occurredAt: on(day) }, new Date(on(day))] as const;
const later = new Date('2026-02-01T00:00:00.000Z'); // after the validity in Shanghai
const outOfTime = { validUntil: '2026-01-31', day: '2026-02-01' };

describe('sending a quote', () => {
  it('is of the last version', () => {
    given(drafted()).inContext(roles('anna', 'sales')).when(send()).then(sent());
    given(drafted(), sent(), revised(2))
      .inContext(roles('anna', 'sales'))
      .when(send({ version: 2 }))
      .then(sent(2));
  });

  it('is silent when repeated', () => given(drafted(), sent()).when(send()).thenNothing());

  it('is refused after its end, out of its validity, and before what it follows', () => {
    given().when(send()).thenRejected('QuoteUnknown');
    given(drafted(), sent(), declined()).when(send()).thenRejected('QuoteEnded', { status: 'declined' });
    given(drafted(), sent())
      .when(send({ sentBy: { id: 'bo' } }))
      .thenRejected('QuoteAlreadySent', { version: 1 });
    given(drafted(), withdrawn()).when(send()).thenRejected('QuoteEnded', { status: 'withdrawn' });
    given(drafted())
      .when(send({ version: 2 }))
      .thenRejected('QuoteVersionNotCurrent', { version: 2, current: 1 });
    given(drafted()).when(send(), later).thenRejected('QuoteValidityOver', outOfTime);
    given(at(4, drafted()))
      .inContext(roles('anna', 'sales'))
      .when(...late(3, send()))
      .thenRejected('QuoteOccurredTooEarly');
  });
});
