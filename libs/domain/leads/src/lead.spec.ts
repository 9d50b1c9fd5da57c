import {
  about,
  anna,
  assigned,
  capture,
  captured,
  change,
  changed,
  disqualified,
  given,
  leadId,
} from '../test/story.js';
import { assign, max, pass } from '../test/story.js';
import { scoreRule } from './score-rules.js';

describe('capturing a lead', () => {
  it('records all that was said', () => {
    const more = { phones: ['138 0013 8000'], consents: [{ channel: 'email', purpose: 'marketing', given: true }] };
    given().when(capture()).then(captured());
    given()
      .when(capture({ ...more, owner: anna }))
      .then(captured({ ...more, owner: anna }));
  });

  it('is silent when repeated, even after its end', () =>
    given(captured(), disqualified()).when(capture()).thenNothing());

  it('is refused when another lead has the id', () =>
    given(captured())
      .when(capture({ name: 'Max' }))
      .thenRejected('LeadAlreadyCaptured', { leadId }));

  it('needs a name, a company, a phone number or an e-mail address', () => {
    given()
      .when(capture({ name: undefined }))
      .thenRejected('LeadNotNamed');
    given()
      .when(capture({ name: undefined, emails: ['w@example.com'] }))
      .then(captured({ name: undefined, emails: ['w@example.com'] }));
  });
});

describe('changing a lead', () => {
  it('records what was said before', () =>
    given(captured())
      .when(change({ name: '王芳', products: ['Tea'], region: 'east' }))
      .then(changed({ products: ['Chai'], region: null }, { products: ['Tea'], region: 'east' })));

  it('removes what is null', () =>
    given(captured())
      .when(change({ products: null }))
      .then(changed({ products: ['Chai'] }, { products: null })));

  it('is silent when nothing changes', () => {
    given(captured(), changed({}, { region: 'east' }))
      .when(change({ region: 'east', products: ['Chai'] }))
      .thenNothing();
    given(captured(), changed({}, { products: null }))
      .when(change({ products: null }))
      .thenNothing();
  });

  it('never removes the last name', () =>
    given(captured())
      .when(change({ name: null }))
      .thenRejected('LeadNotNamed'));

  it('is refused before it is captured, and once it has ended', () => {
    given()
      .when(change({ region: 'east' }))
      .thenRejected('LeadUnknown', { leadId });
    given(captured(), disqualified())
      .when(change({ region: 'east' }))
      .thenRejected('LeadNotOpen', { status: 'disqualified' });
  });
});

describe('assigning a lead', () => {
  it('records who had it before', () => {
    given(captured()).when(assign(anna)).then(assigned(anna));
    given(captured({ owner: anna }))
      .when(assign(max))
      .then(assigned(max, anna));
    given(captured(), assigned(anna)).when(assign(max)).then(assigned(max, anna));
  });
  it('is silent for who has it', () => given(captured(), assigned(anna)).when(assign(anna)).thenNothing());
  it('is refused once it has ended', () =>
    given(captured(), disqualified()).when(assign(anna)).thenRejected('LeadNotOpen'));
});

describe('passing a lead on', () => {
  it('assigns it to who takes over', () =>
    given(captured(), assigned(anna)).when(pass('anna')).then(assigned(max, anna)));
  it('is refused if another user has it, or nobody', () => {
    given(captured(), assigned(anna)).when(pass('bo')).thenRejected('NotResponsible', { userId: 'bo' });
    given(captured()).when(pass('anna')).thenRejected('NotResponsible');
    given().when(pass('anna')).thenRejected('LeadUnknown', about);
  });
  it('is silent when repeated, and leaves what has ended with who ended it', () => {
    given(captured(), assigned(max)).when(pass('anna')).thenNothing();
    given(captured(), assigned(anna), disqualified()).when(pass('anna')).thenNothing();
  });
  it('leaves what was assigned later with whom it was assigned to', () =>
    given(captured(), { ...assigned(anna), occurredAt: '2026-01-06T09:00:00.000Z' })
      .when(pass('anna'), new Date('2026-01-05T09:00:00Z'))
      .thenNothing());
});

describe('a scoring rule', () => {
  it.each([
    ['source=referral:20', { fact: 'source', value: 'referral', points: 20 }],
    ['country=US:-5', { fact: 'country', value: 'US', points: -5 }],
    ['attributes.size=very large:7', { fact: 'attributes.size', value: 'very large', points: 7 }],
  ])('may be %s', (text, rule) => expect(scoreRule.read(text)).toEqual(rule));

  it.each(['', 'source=referral', 'shoeSize=44:1', 'source=a:1000', 'attributes.=x:1', 'source=:1'])(
    'may not be "%s"',
    (text) => expect(scoreRule.read(text)).toBeUndefined(),
  );
});
