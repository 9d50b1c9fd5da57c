import type {
  Comment,
  ComplaintEvent,
  Correction,
  Grievance,
  Rating,
  Response,
  Tier,
} from '@annals/contracts-complaints';
import { Changes, type Staff } from '@annals/contracts-values';
import { ImmutableMap, type Decider, type Of } from '@annals/event-sourcing';

type DataOf<Type> = Of<ComplaintEvent, Type>['data'];

/** What moves a complaint on, in the order of its life. */
export type Move = 'filing' | 'reopening' | 'pause' | 'resumption' | 'resolution' | 'withdrawal';

/** A reason, and when the fact that it explains happened. */
type Explained = { readonly reason: string | null; readonly at: string };

/** The state of a filed complaint that the rules need. */
export type Filed = {
  readonly status: 'open' | 'reopened' | 'resolved' | 'withdrawn';
  readonly filed: DataOf<'ComplaintFiled'>;
  readonly filedAt: string;
  /** The content with its corrections. */
  readonly content: Correction & Pick<Grievance, 'category' | 'severity' | 'subject'>;
  readonly corrections: Changes<Explained>;
  /** The last fact that moved the complaint on. */
  readonly moved: { readonly by: Move; readonly at: string };
  /** When it was filed or, if it was, reopened. */
  readonly openSince: string;
  readonly dueAt: string;
  /** Business minutes of all pauses since then. */
  readonly pausedMinutes: number;
  /** The pause under way, and the last resumption. */
  readonly pause: Explained | null;
  readonly resumption: Explained | null;
  /** The due time that passed since then; `null` if none did. */
  readonly overdueSince: string | null;
  readonly tier: Tier;
  /** The last escalation; `null` at the first tier. */
  readonly escalation: Explained | null;
  readonly assignee: Staff | null;
  readonly assignedAt: string | null;
  readonly response: Response | null;
  readonly comments: ImmutableMap<Comment>;
  readonly resolution: { readonly rootCause: string; readonly remedy: string } | null;
  readonly rating: Rating | null;
  /** Of the withdrawal or the last reopening. */
  readonly reason: string | null;
};

/** `null` until the complaint is filed. */
export type Complaint = Filed | null;

const filed = (data: DataOf<'ComplaintFiled'>, at: string): Filed => ({
  ...{ status: 'open', filed: data, filedAt: at, dueAt: data.dueAt, ...opened('filing', at) },
  content: contentOf(data),
  corrections: Changes.none(),
  ...{ tier: 1, escalation: null, assignee: null, assignedAt: null },
  ...{ response: null, comments: ImmutableMap.empty(), resolution: null, rating: null, reason: null },
});

const opened = (by: Move, at: string) => ({
  ...{ moved: { by, at }, openSince: at },
  ...{ pausedMinutes: 0, pause: null, resumption: null, overdueSince: null },
});

const contentOf = ({ channel, category, severity, subject, text, product, dealId }: Grievance) => ({
  ...{ channel, category, severity, subject, text, product: product ?? null, dealId: dealId ?? null },
});

// What is said about a complaint that was never filed changes nothing.
const changed =
  <Data>(change: (complaint: Filed, data: Data, at: string) => Partial<Filed>) =>
  (complaint: Complaint, data: Data, { occurredAt }: { readonly occurredAt: string }): Complaint =>
    complaint && { ...complaint, ...change(complaint, data, occurredAt) };

export const evolve: Decider<never, Complaint, ComplaintEvent>['evolve'] = {
  ComplaintFiled: (_, data, { occurredAt }) => filed(data, occurredAt),
  FirstResponseGiven: changed((_, { channel, note }) => ({ response: { channel, note } })),
  ComplaintAssigned: changed((_, { assignee }, at) => ({ assignee, assignedAt: at })),
  ComplaintEscalated: changed((_, { to, reason }, at) => ({ tier: to, escalation: { reason, at } })),
  // A pause before the due time that became known later: the due time never passed.
  ComplaintPaused: changed(({ overdueSince }, { reason }, at) => ({
    ...{ pause: { reason, at }, moved: { by: 'pause', at } },
    overdueSince: overdueSince !== null && at <= overdueSince ? null : overdueSince,
  })),
  ComplaintResumed: changed(({ pausedMinutes }, { reason, minutes, dueAt }, at) => ({
    ...{ pause: null, resumption: { reason, at }, moved: { by: 'resumption', at } },
    ...{ dueAt, pausedMinutes: pausedMinutes + minutes },
  })),
  ComplaintCommented: changed(({ comments }, { commentId, text }) => ({
    comments: comments.with(commentId, { commentId, text }),
  })),
  ComplaintChanged: changed(({ content, corrections }, { after, reason, dueAt }, at) => ({
    dueAt,
    content: { ...content, ...after } as Filed['content'], // JSON knows no undefined
    corrections: corrections.with(Object.keys(after), { reason, at }),
  })),
  ComplaintBecameOverdue: changed((_, { dueAt }) => ({ overdueSince: dueAt })),
  ComplaintResolved: changed((_, { rootCause, remedy }, at) => ({
    ...{ status: 'resolved', moved: { by: 'resolution', at }, pause: null },
    ...{ resolution: { rootCause, remedy }, rating: null },
  })),
  ComplaintReopened: changed((_, { dueAt, reason }, at) => ({
    ...{ status: 'reopened', reason, dueAt, ...opened('reopening', at) },
  })),
  SatisfactionRated: changed((_, { score, comment }) => ({ rating: { score, comment } })),
  ComplaintWithdrawn: changed((_, { reason }, at) => ({
    ...{ status: 'withdrawn', moved: { by: 'withdrawal', at }, pause: null, reason },
  })),
};
