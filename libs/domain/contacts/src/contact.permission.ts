import type { Contact } from '@annals/contracts-contacts';
import type { Found, Language } from '@annals/event-sourcing';
import type { Known } from '@annals/slice';
import type { Addressee } from './addressee.js';
import { personIn } from './contact-person.js';
import { contactFindings } from './contact.findings.js';
import type { Contacts } from './contact.state.js';
import { allowedFrom, isAllowed, judgementOn, outboundTo, type Judgement } from './judgement.js';
import { otherChannel, type ContactPolicy, type Outbound, type Verdict } from './outbound.js';

type Asked = Pick<Contact, 'customerId' | 'channel' | 'purpose' | 'personId'> & { readonly at?: Date | undefined };

/** What the rules say before an outbound contact: `MakeContact` would be decided by the same at that moment. */
export const permissionFor = (
  policy: ContactPolicy,
  asked: Asked,
  { state: contacts, context: to, now, language }: Known<Contacts, Addressee>,
) => {
  const { at = now, customerId, channel, purpose } = asked;
  const { personId } = personIn(asked, to);
  const kind = { customerId, channel, purpose, personId };
  const outbound = outboundTo(to, contacts, kind, { at, isNow: asked.at === undefined }, policy.frequencyCapAppliesTo);
  const judgement = judgementOn(outbound, contacts, policy);
  return {
    ...{ customerId, channel, purpose, personId: personId ?? null, at: at.toISOString() },
    allowed: isAllowed(judgement),
    allowedFrom: written(allowedFrom(outbound, policy)),
    exception: exceptionIn(judgement),
    rules: judgement.verdicts.map((verdict) => explained(verdict, language)),
    warnings: warningsOn(outbound).map(({ code, reason }) => ({ code, detail: reason[language] })),
  };
};

const written = (instant: Date | null) => instant && instant.toISOString();

const exceptionIn = ({ allowance }: Judgement) =>
  allowance ? { allowanceId: allowance.allowanceId, until: allowance.until } : null;

const explained = ({ rule, applies, refusal }: Verdict, language: Language) => ({
  ...{ rule, applies, allows: refusal === null },
  ...(refusal
    ? { code: refusal.rejection.code, detail: refusal.rejection.sentence[language] }
    : { code: null, detail: null }),
  allowedFrom: written(refusal && refusal.allowedFrom),
});

/** What the caller should know before the contact, although no rule refuses it. */
const warningsOn = (outbound: Outbound): readonly Found[] => {
  const preferredChannel = otherChannel(outbound);
  const language = outbound.wishes.preference?.language;
  return [
    ...(preferredChannel ? [contactFindings.finding('OtherChannelPreferred', { preferredChannel })] : []),
    ...(language === undefined ? [] : [contactFindings.finding('LanguagePreferred', { language })]),
  ];
};
