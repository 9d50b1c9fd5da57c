import { accept, accepted, decline, declined, drafted, expire, expired, given } from '../test/story.js';
import { revise, revised, sent, withdraw, withdrawn } from '../test/story.js';

const on = (day: number) => `2026-01-${`${day}`.padStart(2, '0')}T09:00:00.000Z`;
const at = <E extends object>(day: number, event: E) => ({ ...event, occurredAt: on(day) });
const late = <C extends object>(day: number, command: C) =>
  [{ ...command, occurredAt: on(day) }, new Date(on(day))] as const;
const later = new Date('2026-02-01T00:00:00.000Z'); // after the validity in Shanghai
const outOfTime = { validUntil: '2026-01-31', day: '2026-02-01' };

describe('accepting a quote', () => {
  it('accepts the version that the customer has, with who accepted it', () => {
    given(drafted(), sent()).when(accept()).then(accepted());
    given(drafted(), sent())
      .when(accept({ reference: 'PO-1', version: 1 }))
      .then(accepted(1, { reference: 'PO-1' }));
    given(drafted(), sent(), revised(2)).when(accept()).then(accepted());
    given(drafted(), sent(), revised(2), sent(2)).when(accept()).then(accepted(2));
  });

  it('is possible on the last day of its validity, and not on the next one', () => {
    given(drafted(), sent()).when(accept(), new Date('2026-01-31T15:59:59.000Z')).then(accepted());
    given(drafted(), sent()).when(accept(), later).thenRejected('QuoteValidityOver', outOfTime);
    given(drafted(), sent(), expired()).when(accept(), later).thenRejected('QuoteValidityOver', outOfTime);
  });

  it('counts from when it happened: before the expiry, the withdrawal or a later version', () => {
    given(drafted(), at(2, sent()), at(31, expired()))
      .when(...late(20, accept()))
      .then(accepted());
    given(drafted(), at(2, sent()), at(10, withdrawn()))
      .when(...late(9, accept()))
      .then(accepted());
    given(drafted(), at(2, sent()), revised(2), at(5, sent(2)))
      .when(...late(4, accept()))
      .then(accepted(1));
  });

  it('is refused after an end, for another version, and before the quote was sent', () => {
    const ended = (status: string) => ['QuoteEnded', { status }] as const;
    given(drafted(), at(2, sent()), at(10, withdrawn()))
      .when(...late(11, accept()))
      .thenRejected(...ended('withdrawn'));
    given(drafted(), sent(), withdrawn())
      .when(accept())
      .thenRejected(...ended('withdrawn'));
    given(drafted(), sent(), declined())
      .when(accept())
      .thenRejected(...ended('declined'));
    given(drafted(), sent(), accepted())
      .when(accept({ acceptedBy: '李' }))
      .thenRejected(...ended('accepted'));
    given(drafted(), sent())
      .when(accept({ version: 2 }))
      .thenRejected('QuoteVersionNotCurrent', { version: 2, current: 1 });
    given(drafted()).when(accept()).thenRejected('QuoteNotSent');
    given(drafted(), at(4, sent()))
      .when(...late(3, accept()))
      .thenRejected('QuoteOccurredTooEarly');
    given().when(accept()).thenRejected('QuoteUnknown');
  });

  it('is silent when repeated', () => {
    given(drafted(), sent(), accepted()).when(accept()).thenNothing();
    given(drafted(), sent(), accepted(1, { reference: 'PO-1' }))
      .when(accept({ reference: 'PO-1', version: 1 }))
      .thenNothing();
  });
});

describe('declining a quote', () => {
  it('ends the version, and another one can follow', () => {
    given(drafted(), sent()).when(decline()).then(declined());
    given(drafted(), sent(), declined())
      .when(revise({ notes: 'n' }))
      .then(revised(2, { notes: 'n' }));
  });

  it('is silent when repeated, and refused for another reason or after an acceptance', () => {
    given(drafted(), sent(), declined()).when(decline()).thenNothing();
    given(drafted(), sent(), declined())
      .when(decline({ reason: 'Other' }))
      .thenRejected('QuoteEnded', { status: 'declined' });
    given(drafted(), sent(), accepted()).when(decline()).thenRejected('QuoteEnded', { status: 'accepted' });
    given(drafted()).when(decline()).thenRejected('QuoteNotSent');
  });
});

describe('withdrawing a quote', () => {
  it('ends a draft, and one that is sent', () => {
    given(drafted()).when(withdraw()).then(withdrawn());
    given(drafted(), sent(), revised(2)).when(withdraw()).then(withdrawn(2));
    given(drafted(), at(2, sent()), at(31, expired()))
      .when(...late(20, withdraw()))
      .then(withdrawn());
  });

  it('is silent when repeated, and refused after another end and before what it follows', () => {
    given(drafted(), withdrawn()).when(withdraw()).thenNothing();
    given(drafted(), withdrawn())
      .when(withdraw({ reason: 'Other' }))
      .thenRejected('QuoteEnded', { status: 'withdrawn' });
    given(drafted(), sent(), accepted()).when(withdraw()).thenRejected('QuoteEnded', { status: 'accepted' });
    given(drafted(), sent(), declined()).when(withdraw()).thenRejected('QuoteEnded', { status: 'declined' });
    given(drafted(), sent()).when(withdraw(), later).thenRejected('QuoteEnded', { status: 'expired' });
    given(drafted(), at(4, sent()))
      .when(...late(3, withdraw()))
      .thenRejected('QuoteOccurredTooEarly');
  });
});

describe('the clock', () => {
  it('ends what the customer can accept no more', () => {
    given(drafted(), sent()).when(expire(), later).then(expired());
    given(drafted(), sent(), revised(2)).when(expire(), later).then(expired());
  });

  it('ends nothing else', () => {
    given().when(expire(), later).thenNothing();
    given(drafted()).when(expire(), later).thenNothing();
    given(drafted(), sent()).when(expire()).thenNothing();
    given(drafted(), sent()).when(expire(2), later).thenNothing();
    given(drafted(), sent()).when(expire(1, '2026-01-30'), later).thenNothing();
    for (const end of [accepted(), declined(), withdrawn(), expired()])
      given(drafted(), sent(), end).when(expire(), later).thenNothing();
  });
});
