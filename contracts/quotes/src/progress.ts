import { choice, type Staff } from '@annals/contracts-values';

/** How a version ended. */
export type End = {
  readonly kind: 'accepted' | 'declined' | 'withdrawn' | 'expired';
  readonly at: string;
  /** Who accepted it, or why it was declined or withdrawn. */
  readonly said: string | null;
  readonly reference: string | null;
};

/** The last request for the approval of a version, and what was decided. */
export type Approval = {
  readonly requestId: string;
  readonly status: 'requested' | 'approved' | 'refused';
  readonly requestedBy: Staff | null;
  readonly requestedAt: string;
  readonly decidedBy: Staff | null;
  readonly decidedAt: string | null;
  readonly remark: string | null;
  /** What was said with the decision, such as the reason of a refusal. */
  readonly answer: string | null;
};

/** What has become of a version. */
export type Progress = {
  readonly version: number;
  readonly approval: Approval | null;
  readonly sentAt: string | null;
  readonly sentBy: Staff | null;
  readonly end: End | null;
};

export const quoteStatus = choice({
  draft: { en: 'Draft', zh: '草稿' },
  'awaiting-approval': { en: 'Awaiting approval', zh: '待审批' },
  approved: { en: 'Approved', zh: '已批准' },
  refused: { en: 'Approval refused', zh: '审批未通过' },
  sent: { en: 'Sent', zh: '已发送' },
  accepted: { en: 'Accepted', zh: '已接受' },
  declined: { en: 'Declined', zh: '被拒绝' },
  expired: { en: 'Expired', zh: '已过期' },
  withdrawn: { en: 'Withdrawn', zh: '已撤回' },
});
export type QuoteStatus = (typeof quoteStatus)['options'][number];

const OF_APPROVAL = { requested: 'awaiting-approval', approved: 'approved', refused: 'refused' } as const;

/** The status of a version by itself. */
export const statusOf = ({ end, sentAt, approval }: Progress): QuoteStatus => {
  if (end) return end.kind;
  if (sentAt !== null) return 'sent';
  return approval ? OF_APPROVAL[approval.status] : 'draft';
};

/** The status of a quote: accepted if a version was, else that of its last version. */
export const statusIn = (versions: readonly Progress[]): QuoteStatus =>
  acceptedIn(versions) ? 'accepted' : statusOf(versions.at(-1)!);

/** The version that was accepted. */
export const acceptedIn = <Version extends Progress>(versions: readonly Version[]): Version | undefined =>
  versions.find(({ end }) => end?.kind === 'accepted');

/** The version that the customer had at a moment: the one that was sent last. Without a moment, the one that counts now. */
export const standingIn = <Version extends Progress>(versions: readonly Version[], moment = '~'): Version | undefined =>
  versions.findLast(({ sentAt }) => sentAt !== null && sentAt <= moment);

/** The version that time can end: the one that the customer has, if nothing has become of it or of the quote. */
export const openIn = <Version extends Progress>(versions: readonly Version[]): Version | undefined => {
  const standing = acceptedIn(versions) ? undefined : standingIn(versions);
  return standing?.end === null ? standing : undefined;
};
