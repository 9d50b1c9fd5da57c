import { ContactAllowed, type Contact, type ContactEvent } from '@annals/contracts-contacts';
import { ConsentGiven, ConsentWithdrawn } from '@annals/contracts-customers';
import { CHANNELS, PURPOSES } from '@annals/contracts-values';
import { Rejection, type Event } from '@annals/event-sourcing';
import fc from 'fast-check';
import { company, customerId, made, preferring } from '../test/calls.js';
import { after, hours, nights } from '../test/permission.js';

const channel = fc.constantFrom(...CHANNELS.slice(0, 4));
const purpose = fc.constantFrom(...PURPOSES);
const personId = fc.constantFrom(undefined, 'u-1:p1', 'u-1:p2');
const kind = fc.record({ channel, purpose, personId });
const earlier = fc.integer({ min: -400, max: 0 }).map(hours);
const at = (event: Event, when: Date) => ({ ...event, occurredAt: when.toISOString() });

const wish = fc.oneof(
  fc
    .record({
      doNotContact: fc.boolean(),
      preferredChannel: fc.option(channel, { nil: undefined }),
      quietHours: fc.constantFrom(undefined, nights),
      frequencyCap: fc.constantFrom(undefined, { contacts: 1, days: 7 }, { contacts: 2, days: 1 }),
    })
    .map(preferring),
  fc.tuple(kind, fc.option(fc.integer({ min: -48, max: 48 }), { nil: undefined })).map(([given, expires]) =>
    ConsentGiven.event({
      ...{ customerId, ...given },
      ...(expires !== undefined && { expiresAt: hours(expires).toISOString() }),
    }),
  ),
  kind.map((withdrawn) => ConsentWithdrawn.event({ customerId, ...withdrawn })),
);
const wishes = fc.array(
  fc.tuple(wish, earlier).map(([event, when]) => at(event, when)),
  { maxLength: 6 },
);

const allowed = fc.tuple(kind, earlier).map(([given, from]) =>
  ContactAllowed.event({
    ...{ allowanceId: 'ex-1', customerId, ...given, reason: 'A gas leak.', allowedBy: { id: 'max' } },
    ...{ from: from.toISOString(), until: hours(12).toISOString() },
  }),
);
const outbound = fc
  .tuple(kind, earlier, fc.nat())
  .map(([given, when, number]) => made({ ...given, contactId: `t-${number}` }, when));
const contacts = fc.array(fc.oneof(outbound, allowed), { maxLength: 6 });
const asked = fc.tuple(kind, fc.option(earlier, { nil: undefined })).map(([given, when]) => ({ ...given, at: when }));

/** What a command comes to: its event in short, or the code that refuses it. */
const outcomeOf = (tell: () => readonly ContactEvent[]) => {
  try {
    const { overridden = [], allowanceId, preferredChannel } = tell()[0]!.data as Contact;
    return { overridden, allowanceId, warned: preferredChannel !== undefined };
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    return { code: error.code };
  }
};

const expectedOf = ({ allowed, exception, rules, warnings }: ReturnType<ReturnType<typeof after>['ask']>) => {
  const refused = rules.filter(({ allows }) => !allows);
  if (!allowed) return { code: refused[0]!.code };
  const overridden = refused.map(({ rule }) => rule);
  return { overridden, allowanceId: exception?.allowanceId, warned: warnings.length > 0 };
};

it('is what a contact at that moment is decided by', () =>
  fc.assert(
    fc.property(wishes, contacts, asked, (said, past, question) => {
      const known = after([company, ...said], past);
      const answer = known.ask(question);
      expect(outcomeOf(() => known.tell(question))).toEqual(expectedOf(answer));
    }),
  ));

it('is given by every rule at the moment from which it says that they allow the contact', () =>
  fc.assert(
    fc.property(wishes, contacts, kind, (said, past, question) => {
      const { ask } = after([company, ...said], past);
      const { allowedFrom } = ask(question);
      if (allowedFrom === null) return;
      const then = ask({ ...question, at: new Date(allowedFrom) });
      expect(then.rules.every(({ allows }) => allows)).toBe(true);
    }),
  ));
