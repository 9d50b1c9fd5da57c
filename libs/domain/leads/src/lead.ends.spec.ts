import { about, captured, contact, contacted, disqualified, disqualify, facts, given, leadId } from '../test/story.js';
import { recycle, recycled, recycleDue } from '../test/story.js';

describe('a contact with a lead', () => {
  it('is recorded, each once', () => {
    given(captured()).when(contact()).then(contacted());
    given(captured(), contacted())
      .when(contact({ contactId: 'ct-2', reached: false, summary: '无人接听' }))
      .then(contacted({ contactId: 'ct-2', reached: false, summary: '无人接听' }));
  });
  it('is silent when repeated, even after the end of the lead', () =>
    given(captured(), contacted(), disqualified()).when(contact()).thenNothing());
  it('is refused when another contact has the id', () =>
    given(captured(), contacted())
      .when(contact({ channel: 'email' }))
      .thenRejected('LeadContactDiffers', { contactId: 'ct-1' }));
  it('is refused before the lead is captured, and once it has ended', () => {
    given().when(contact()).thenRejected('LeadUnknown', { leadId });
    given(captured(), disqualified()).when(contact()).thenRejected('LeadNotOpen', { status: 'disqualified' });
  });
});

describe('disqualifying a lead', () => {
  const later = { recycleOn: '2026-01-06' };

  it('records why, and when it is to be open again', () => {
    given(captured()).when(disqualify()).then(disqualified());
    given(captured())
      .when(disqualify({ ...later, note: '夏季后再询价' }))
      .then(disqualified({ ...later, note: '夏季后再询价' }));
  });
  it('repeats what is known of the lead, apart from personal data', () =>
    given(captured({ region: 'east', phones: ['1'] }), contacted())
      .when(disqualify())
      .then(
        disqualified({
          facts: { ...facts, region: 'east', known: ['name', 'phone', 'products'], contacted: true },
        }),
      ));
  it('is silent when repeated', () => given(captured(), disqualified(later)).when(disqualify(later)).thenNothing());
  it('is refused for another reason', () =>
    given(captured(), disqualified())
      .when(disqualify({ reason: 'spam' }))
      .thenRejected('LeadAlreadyDisqualified', { leadId }));
  it('is refused with a day that has begun in the calendar of the company', () => {
    const evening = new Date('2026-01-05T17:00:00Z'); // 01:00 on the 6th in Shanghai
    given(captured())
      .when(disqualify(later), evening)
      .thenRejected('RecyclingBeforeEnd', { occurredAt: evening.toISOString(), recycleOn: '2026-01-06' });
  });
  it('is refused before the lead is captured', () =>
    given().when(disqualify()).thenRejected('LeadUnknown', { leadId }));
});

describe('recycling a lead', () => {
  it('makes it open again', () => {
    given(captured(), disqualified())
      .when(recycle({ note: '再次来电' }))
      .then(recycled({ note: '再次来电' }));
    given(captured(), disqualified(), recycled()).when(disqualify()).then(disqualified());
  });
  it('is silent when repeated', () => given(captured(), disqualified(), recycled()).when(recycle()).thenNothing());
  it('is refused for an open one', () => {
    given(captured()).when(recycle()).thenRejected('LeadIsOpen', { leadId });
    given(captured(), disqualified(), recycled())
      .when(recycle({ note: 'x' }))
      .thenRejected('LeadIsOpen');
    given().when(recycle()).thenRejected('LeadUnknown', about);
  });

  describe('on its day', () => {
    const day = '2026-02-01';
    it('makes it open again', () =>
      given(captured(), disqualified({ recycleOn: day }))
        .when(recycleDue(day))
        .then(recycled({ recycleOn: day })));
    it('is silent when repeated, and once another day or none was set', () => {
      given(captured(), disqualified({ recycleOn: day }), recycled({ recycleOn: day }))
        .when(recycleDue(day))
        .thenNothing();
      given(captured(), disqualified({ recycleOn: '2026-03-01' }))
        .when(recycleDue(day))
        .thenNothing();
      given(captured(), disqualified()).when(recycleDue(day)).thenNothing();
    });
  });
});
