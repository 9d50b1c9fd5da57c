import type { LifecycleSummary } from '@annals/analytics';
import type { Severity, Tier } from '@annals/contracts-complaints';
import type { ContactPreference, CustomerProfile, FieldChange } from '@annals/contracts-customers';
import type { Step } from '@annals/contracts-deals';
import type { Channel, Money, Purpose, Staff } from '@annals/contracts-values';
import type { Finance, Logistics, MeterUse } from './page.accounts.js';
import type { Tally } from './page.tally.js';

export type * from './page.accounts.js';
export type * from './page.tally.js';

/** Instants are ISO 8601; lists have the newest first. */
export type Customer360 = {
  readonly customerId: string;
  readonly registeredAt: string | null;
  readonly profile: Partial<CustomerProfile>;
  /** The newest 20. */
  readonly changes: readonly ProfileChange[];
  /** Changes that take effect later, the next one first. */
  readonly coming: readonly ComingChange[];
  readonly owner: Staff | null;
  readonly preference: ContactPreference | null;
  /** The newest word on each channel and purpose. */
  readonly consents: readonly Consent[];
  /** The newest 50. */
  readonly needs: readonly Need[];
  readonly contacts: Contacts;
  readonly deals: Deals;
  readonly complaints: Complaints;
  readonly finance: Finance;
  readonly logistics: Logistics;
  /** By meter and register, at most 50; the one with the newest period first. */
  readonly usage: readonly MeterUse[];
  readonly lifecycle: LifecycleSummary;
  /** The newest 20 by when they occurred; readings of meters are not among them, since they would push all others out. */
  readonly events: readonly Happening[];
};

export type ProfileChange = FieldChange & {
  readonly changedAt: string;
  readonly effectiveDate: string;
  readonly reason: string | null;
  readonly source: string | null;
};

/** `number` tells the customer's changes apart that take effect later; `knownSince` is when this one was made known. */
export type ComingChange = {
  readonly number: number;
  readonly effectiveDate: string;
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
  readonly source: string | null;
  readonly knownSince: string;
};

/** One that has expired is not given any more and keeps its `expiresAt`. */
export type Consent = {
  readonly channel: Channel;
  readonly purpose: Purpose;
  readonly given: boolean;
  readonly since: string;
  readonly expiresAt: string | null;
};

export type Need = {
  readonly needId: string;
  readonly description: string;
  readonly duration: 'lasting' | 'temporary';
  readonly product: string | null;
  readonly until: string | null;
  /** When its last day was over. */
  readonly endedAt: string | null;
  readonly recordedAt: string;
};

/** `responseRate` is the part of the outbound contacts that met with a response, 0 to 1; `null` without any. */
export type ChannelUse = {
  readonly inbound: number;
  readonly outbound: number;
  readonly responses: number;
  readonly responseRate: number | null;
};

export type Contacts = {
  readonly channels: Readonly<Partial<Record<Channel, ChannelUse>>>;
  readonly last: {
    readonly at: string;
    readonly channel: Channel;
    readonly direction: 'inbound' | 'outbound';
    readonly purpose: Purpose;
    readonly by: Staff;
  } | null;
  /** The last contact that came through: a call that nobody took does not put off the next one. */
  readonly lastReachedAt: string | null;
  /** By the customer's `contactEveryDays`; `null` without it or where no contact is wanted. */
  readonly nextDueAt: string | null;
};

export type Deal = {
  readonly dealId: string;
  readonly title: string;
  readonly value: Money;
  readonly step: Step;
  readonly owner: Staff | null;
  readonly expectedCloseDate: string | null;
};
export type ClosedDeal = Deal & { readonly outcome: 'won' | 'lost'; readonly closedAt: string };

export type Deals = {
  readonly open: Tally;
  readonly won: Tally;
  readonly lost: Tally;
  readonly openDeals: readonly Deal[];
  /** Those of the newest 20 that were not reopened. */
  readonly closedDeals: readonly ClosedDeal[];
};

export type Complaint = {
  readonly complaintId: string;
  readonly subject: string;
  readonly category: string;
  readonly severity: Severity;
  readonly tier: Tier;
  readonly dueAt: string;
  readonly assignee: Staff | null;
  /** When it was filed or, if it was, reopened. */
  readonly openSince: string;
};
export type ResolvedComplaint = Complaint & { readonly resolvedAt: string };

export type Complaints = {
  readonly open: number;
  readonly resolved: number;
  /** `average` of the scores from 1 to 5, to two places; `null` without any. */
  readonly satisfaction: { readonly count: number; readonly total: number; readonly average: number | null };
  readonly openComplaints: readonly Complaint[];
  /** Those of the newest 20 that were not reopened. */
  readonly resolvedComplaints: readonly ResolvedComplaint[];
};

export type Happening = {
  readonly id: string;
  readonly position: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly actor: string;
  /** One line; at most 160 characters. */
  readonly subject: string;
};
