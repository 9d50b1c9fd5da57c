import { leadDetails, type LeadChange } from '@annals/contracts-leads';
import { expectingAfter, type Staff } from '@annals/contracts-values';
import { leadProblems } from './lead.problems.js';
import type { Captured, Lead } from './lead.state.js';

const { reject } = leadProblems;

type Sent = { readonly leadId: string; readonly occurredAt?: string | undefined };

/** Who has the lead at a moment. */
export const ownerAt = ({ history, captured }: Captured, moment?: string): Staff | null =>
  history.last('owner', moment)?.said ?? captured.owner ?? null;

/** Rejects with `LeadUnknown`. */
export const known = (lead: Lead, leadId: string): Captured => lead ?? reject('LeadUnknown', { leadId });

/** Rejects a command that says that it happened before what it follows. */
export const expectAfter = expectingAfter((details) => reject('LeadOccurredTooEarly', details));

/** Rejects what did not happen while the lead was open; what is only recorded late is not rejected. */
export const openThen = (lead: Lead, command: Sent, at: Date): Captured => {
  const found = known(lead, command.leadId);
  expectAfter(command, at, { by: 'capture', at: found.capturedAt });
  const isNow = command.occurredAt === undefined || found.status === 'converted';
  const status = isNow ? found.status : endAt(found, at.toISOString());
  return status === 'open' ? found : reject('LeadNotOpen', { status });
};

const endAt = ({ history }: Captured, moment: string) => history.last('end', moment)?.said ?? 'open';

/** Rejects what ends a lead that is not open, or before its last move. */
export const movable = (lead: Lead, command: Sent, at: Date): Captured => {
  const found = known(lead, command.leadId);
  if (found.status !== 'open') reject('LeadNotOpen', { status: found.status });
  expectAfter(command, at, found.moved);
  return found;
};

const NAMES = Object.keys(leadDetails.shape) as readonly (keyof LeadChange)[];

/** What was said of the lead by a moment; `null` is what was not said. */
export const detailsAt = ({ captured, history }: Captured, moment?: string): LeadChange =>
  Object.fromEntries(
    NAMES.map((name) => {
      const fact = history.last(name, moment);
      return [name, fact ? fact.said : (captured[name] ?? null)];
    }),
  );

/** Rejects with `LeadNotNamed` a lead without name, company, phone number and e-mail address. */
export const expectNamed = ({ name, company, phones, emails }: LeadChange): void => {
  const ways = [name, company, ...(phones ?? []), ...(emails ?? [])];
  if (ways.every((way) => way === null || way === undefined)) reject('LeadNotNamed', {});
};
