import type {
  Comment,
  ComplaintEvent,
  Correction,
  Grievance,
  Rating,
  Response,
  Tier,
} from '@annals/contracts-complaints';
import { History, type Staff } from '@annals/contracts-values';
import { ImmutableMap, type Decider, type Of } from '@annals/event-sourcing';

type DataOf<Type> = Of<ComplaintEvent, Type>['data'];

/** What moves a complaint on, in the order of its life. */
export type Move = 'filing' | 'reopening' | 'pause' | 'resumption' | 'resolution' | 'withdrawal';

/** A reason, and when the fact that it explains happened. */
type Explained = { readonly reason: string | null; readonly at: string };

export type End = 'resolution' | 'withdrawal';

type Corrected = { readonly value: Correction[keyof Correction]; readonly reason: string | null };

/** What is said of a complaint, each at its time; `end` is how it ended, and `null` where it was reopened. */
export type ComplaintFacts = Readonly<Record<keyof Correction, Corrected>> & {
  readonly end: End | null;
  readonly tier: { readonly to: Tier; readonly reason: string };
  readonly assignee: Staff;
  /** `null` at a resolution: what was said of another one is no repetition. */
  readonly rating: Rating | null;
};

/** The state of a filed complaint that the rules need. */
export type Filed = {
  readonly status: 'open' | 'reopened' | 'resolved' | 'withdrawn';
  readonly filed: DataOf<'ComplaintFiled'>;
  readonly filedAt: string;
  /** The content with its corrections. */
  readonly content: Content;
  /** What was corrected, assigned, escalated, rated and ended, by when it occurred. */
  readonly history: History<ComplaintFacts>;
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
  readonly assignee: Staff | null;
  readonly response: Response | null;
  readonly comments: ImmutableMap<Comment>;
  readonly resolution: { readonly rootCause: string; readonly remedy: string } | null;
  /** Of the withdrawal or the last reopening. */
  readonly reason: string | null;
};

export type Content = Correction & Pick<Grievance, 'category' | 'severity' | 'subject'>;

/** `null` until the complaint is filed. */
export type Complaint = Filed | null;

const filed = (data: DataOf<'ComplaintFiled'>, at: string): Filed => ({
  ...{ status: 'open', filed: data, filedAt: at, dueAt: data.dueAt, ...opened('filing', at) },
  content: contentOf(data),
  history: History.none(),
  ...{ tier: 1, assignee: null, response: null, comments: ImmutableMap.empty(), resolution: null, reason: null },
});

const opened = (by: Move, at: string) => ({
  ...{ moved: { by, at }, openSince: at },
  ...{ pausedMinutes: 0, pause: null, resumption: null, overdueSince: null },
});

/** The content as it was filed. */
export const contentOf = ({ channel, category, severity, subject, text, product, dealId }: Grievance) => ({
  ...{ channel, category, severity, subject, text, product: product ?? null, dealId: dealId ?? null },
});

// What is said about a complaint that was never filed changes nothing.
const changed =
  <Data>(change: (complaint: Filed, data: Data, at: string) => Partial<Filed>) =>
  (complaint: Complaint, data: Data, { occurredAt }: { readonly occurredAt: string }): Complaint =>
    complaint && { ...complaint, ...change(complaint, data, occurredAt) };

type Name = keyof Correction;

/** Of each part of the content, the correction that occurred last counts. */
const corrected = ({ content, history }: Filed, after: Correction, { reason, at }: Explained) => {
  const names = Object.keys(after) as Name[];
  const facts = names.map((name) => [name, { value: after[name], reason }] as const);
  const known = history.with(Object.fromEntries(facts), at);
  const now = names.map((name) => [name, known.last(name)!.said.value] as const);
  return { history: known, content: { ...content, ...Object.fromEntries(now) } };
};

/** A correction before the due time that became known later: that due time never passed. */
const wasNeverDue = ({ overdueSince, dueAt: before, openSince }: Filed, dueAt: string, at: string) =>
  overdueSince !== null && dueAt !== before && at >= openSince && at <= overdueSince;

export const evolve: Decider<never, Complaint, ComplaintEvent>['evolve'] = {
  ComplaintFiled: (_, data, { occurredAt }) => filed(data, occurredAt),
  FirstResponseGiven: changed((_, { channel, note }) => ({ response: { channel, note } })),
  ComplaintAssigned: changed(({ history }, { assignee }, at) => {
    const known = history.with({ assignee }, at);
    return { history: known, assignee: known.last('assignee')!.said };
  }),
  // A complaint never moves down.
  ComplaintEscalated: changed(({ history, tier }, { to, reason }, at) => ({
    ...{ history: history.with({ tier: { to, reason } }, at), tier: to > tier ? to : tier },
  })),
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
  ComplaintChanged: changed((complaint, { after, reason, dueAt }, at) => ({
    ...{ dueAt, ...corrected(complaint, after, { reason, at }) },
    overdueSince: wasNeverDue(complaint, dueAt, at) ? null : complaint.overdueSince,
  })),
  ComplaintBecameOverdue: changed((_, { dueAt }) => ({ overdueSince: dueAt })),
  ComplaintResolved: changed(({ history }, { rootCause, remedy }, at) => ({
    ...{ status: 'resolved', moved: { by: 'resolution', at }, pause: null, resolution: { rootCause, remedy } },
    history: history.with({ end: 'resolution', rating: null }, at),
  })),
  ComplaintReopened: changed(({ history }, { dueAt, reason }, at) => ({
    ...{ status: 'reopened', reason, dueAt, ...opened('reopening', at), history: history.with({ end: null }, at) },
  })),
  SatisfactionRated: changed(({ history }, { score, comment }, at) => ({
    history: history.with({ rating: { score, comment } }, at),
  })),
  ComplaintWithdrawn: changed(({ history }, { reason }, at) => ({
    ...{ status: 'withdrawn', moved: { by: 'withdrawal', at }, pause: null, reason },
    history: history.with({ end: 'withdrawal' }, at),
  })),
};
