import { annalsCatalogue, configurationOf } from '@annals/composition';
import type { RecordedEvent } from '@annals/event-sourcing';
import { acceptedLogs } from '@annals/laws';

/** Whose histories they are. */
export const CUSTOMER = 'u-1';

const complaintId = 'a-1';
const outbound = { direction: 'outbound', purpose: 'marketing', channel: 'phone' };
const consent = { channel: 'phone', purpose: 'marketing', personId: undefined };

const quote = {
  ...{ dealId: 'a-1', validUntil: '2026-06-30', currency: 'CNY', discount: undefined },
  lines: [{ product: 'Tea', quantity: '1', unitPrice: '9.80' }],
};

/** What settings have a say in, what that depends on, and what the rules seldom accept otherwise. */
const OFTEN = [
  { type: 'MakeContact', input: { ...outbound, made: true } },
  { type: 'MakeContact', input: { ...outbound, made: false, personId: undefined, person: undefined } },
  { type: 'MakeContact', input: { ...outbound, purpose: 'sales', made: false } },
  { type: 'GiveConsent', input: consent },
  { type: 'WithdrawConsent', input: consent },
  { type: 'AllowContact', input: { channel: 'phone', purpose: 'marketing', personId: undefined, until: undefined } },
  { type: 'SetContactPreference', input: {} },
  { type: 'FileComplaint', input: { complaintId, dealId: undefined } },
  ...['RespondToComplaint', 'PauseComplaint', 'ResumeComplaint', 'ResolveComplaint', 'ReopenComplaint'].map((type) => ({
    ...{ type, input: { complaintId } },
  })),
  { type: 'ChangeComplaint', input: { complaintId, dealId: undefined } },
  { type: 'NoteOverdue', input: {} },
  { type: 'PlanTask', input: { dealId: undefined, complaintId: undefined, remindAt: undefined } },
  { type: 'AttachFile', input: { dealId: undefined, complaintId: undefined } },
  { type: 'DraftQuote', input: quote },
];

const drawn = () => {
  const ofCustomers = annalsCatalogue(configurationOf({})).aggregates.filter(({ commands }) =>
    commands.some(({ fields }) => 'customerId' in fields),
  );
  return acceptedLogs(ofCustomers, { logs: 60, commands: 200, customerId: CUSTOMER, often: OFTEN })
    .map((log) => log.map((event) => ({ ...event, subject: CUSTOMER })))
    .filter(({ length }) => length > 0);
};

let kept: readonly (readonly RecordedEvent[])[] | undefined;

/** Histories of a customer that the rules accepted, with many decisions that settings have a say in; drawn once for all suites. */
export const acceptedHistories = (): readonly (readonly RecordedEvent[])[] => (kept ??= drawn());
