import type { Staff } from '@annals/contracts-values';
import type { Of } from '@annals/event-sourcing';
import type { QuoteEvent } from './events.js';
import { standingIn, type Approval, type End, type Progress } from './progress.js';

const isOver = (end: End | null, at: string) => end !== null && !(LATE.includes(end.kind) && end.at > at);
const LATE: readonly End['kind'][] = ['expired', 'withdrawn'];

/**
 * The end of a version, in whatever order the ends were recorded: what the customer answered before it expired or was withdrawn
 * counts, and a version that was withdrawn before it expired was withdrawn.
 */
const endAfter = (known: End | null, next: End): End => (isOver(known, next.at) ? known! : next);

const changed = <Version extends Progress>(
  versions: readonly Version[],
  version: number,
  change: (known: Version) => Partial<Progress>,
): readonly Version[] => versions.map((known) => (known.version === version ? { ...known, ...change(known) } : known));

/** The versions after one of them was sent: what expired later was replaced before. */
const afterSending = <Version extends Progress>(
  versions: readonly Version[],
  sending: Pick<Progress, 'version' | 'sentBy'> & { readonly sentAt: string },
): readonly Version[] =>
  versions.map((known) => {
    if (known.version === sending.version) return { ...known, ...sending };
    return known.end?.kind === 'expired' && known.end.at > sending.sentAt ? { ...known, end: null } : known;
  });

/** The versions after one of them ended. */
const afterEnd = <Version extends Progress>(
  versions: readonly Version[],
  version: number,
  end: End,
): readonly Version[] => changed(versions, version, (known) => ({ end: endAfter(known.end, end) }));

/** The versions after the quote was withdrawn: those that nothing had become of by then. */
const afterWithdrawal = <Version extends Progress>(versions: readonly Version[], end: End): readonly Version[] => {
  const standing = standingIn(versions);
  return versions.map((known) =>
    known === standing || known === versions.at(-1) ? { ...known, end: endAfter(known.end, end) } : known,
  );
};

/** The versions after the approval of one was requested or decided. */
const afterApproval = <Version extends Progress>(
  versions: readonly Version[],
  version: number,
  approval: (known: Approval | null) => Approval | null,
): readonly Version[] => changed(versions, version, (known) => ({ approval: approval(known.approval) }));

type Requested = { readonly requestId: string; readonly requestedBy: Staff | null; readonly remark: string | null };
type Decided = { readonly requestId: string; readonly decidedBy: Staff | null };

/** A request for approval without a decision. */
const requestOf = ({ requestId, requestedBy, remark }: Requested, requestedAt: string): Approval => ({
  ...{ requestId, requestedBy, requestedAt, remark },
  ...{ status: 'requested', decidedBy: null, decidedAt: null, answer: null },
});

/** The step of a decision: of the request that it names only. */
const decided =
  (status: 'approved' | 'refused', { requestId, decidedBy }: Decided, answer: string | null, decidedAt: string) =>
  (known: Approval | null): Approval | null =>
    known?.requestId === requestId ? { ...known, status, decidedBy, decidedAt, answer } : known;

const endOf = (kind: End['kind'], at: string, said: string | null = null, reference: string | null = null): End => ({
  ...{ kind, at, said, reference },
});

type Step<Type> = <Version extends Progress>(
  versions: readonly Version[],
  data: Of<QuoteEvent, Type>['data'],
  at: string,
) => readonly Version[];

type Kind = Exclude<QuoteEvent['type'], 'QuoteDrafted' | 'QuoteRevised'>;

/** What each event makes of the versions of a quote, for its rules and its views. */
export const progress: { readonly [Type in Kind]: Step<Type> } = {
  QuoteApprovalRequested: (versions, data, at) => afterApproval(versions, data.version, () => requestOf(data, at)),
  QuoteApproved: (versions, data, at) =>
    afterApproval(versions, data.version, decided('approved', data, data.remark, at)),
  QuoteApprovalRefused: (versions, data, at) =>
    afterApproval(versions, data.version, decided('refused', data, data.reason, at)),
  QuoteSent: (versions, { version, sentBy }, at) => afterSending(versions, { version, sentBy, sentAt: at }),
  QuoteAccepted: (versions, { version, acceptedBy, reference }, at) =>
    afterEnd(versions, version, endOf('accepted', at, acceptedBy, reference)),
  QuoteDeclined: (versions, { version, reason }, at) => afterEnd(versions, version, endOf('declined', at, reason)),
  QuoteExpired: (versions, { version }, at) => afterEnd(versions, version, endOf('expired', at)),
  QuoteWithdrawn: (versions, { reason }, at) => afterWithdrawal(versions, endOf('withdrawn', at, reason)),
};

/** The versions after one of them was drafted or revised, which counts from its beginning then. */
export const withVersion = <Version extends Progress>(
  versions: readonly Version[],
  next: Version,
): readonly Version[] => versions.filter(({ version }) => version !== next.version).concat(next);

/** Of a version that was just drafted or revised. */
export const BEGUN = { approval: null, sentAt: null, sentBy: null, end: null } as const satisfies Omit<
  Progress,
  'version'
>;
