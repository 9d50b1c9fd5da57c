import {
  ComplaintCommented,
  ComplaintEscalated,
  ComplaintPaused,
  ComplaintResumed,
  ComplaintWithdrawn,
  FirstResponseGiven,
  TIERS,
} from '@annals/contracts-complaints';
import { addsNothing, sameContent } from '@annals/contracts-values';
import { correct } from './complaint.correction.js';
import { aboutOf, breachIn, expectAfter, isOpen, known, movable, open } from './complaint.guards.js';
import { complaintProblems } from './complaint.problems.js';
import type { Filed } from './complaint.state.js';
import type { ComplaintRules } from './complaint.types.js';
import type { ComplaintPolicy } from './due-time.js';
import { handlingProblems } from './handling.problems.js';

const { reject } = handlingProblems;

type Handling = Pick<
  ComplaintRules,
  | 'RespondToComplaint'
  | 'PauseComplaint'
  | 'ResumeComplaint'
  | 'CommentOnComplaint'
  | 'ChangeComplaint'
  | 'WithdrawComplaint'
  | 'NoteOverdue'
  | 'EscalateOverdue'
>;

/** The rules between the filing and the resolution of a complaint. */
export const handling = (policy: ComplaintPolicy): Handling => ({
  RespondToComplaint: (command, complaint, at) => {
    const { complaintId, channel, note } = command;
    const found = known(complaint, complaintId);
    const response = { channel, note };
    if (found.response)
      return sameContent(found.response, response) ? [] : reject('ComplaintAlreadyAnswered', { complaintId });
    expectAnswerable(found, at);
    expectAfter(command, at, { by: 'filing', at: found.filedAt });
    const { responseDueAt } = found.filed;
    const onTime = responseDueAt === undefined ? null : at <= new Date(responseDueAt);
    return [FirstResponseGiven.event({ ...aboutOf(found), ...response, onTime })];
  },

  PauseComplaint: (command, complaint, at) => {
    const { complaintId, reason } = command;
    const pause = complaint?.pause;
    if (pause) return pause.reason === reason ? [] : reject('ComplaintAlreadyPaused', { complaintId });
    const found = movable(complaint, command, at);
    return [...breachIn(found, (dueAt) => at > dueAt), ComplaintPaused.event({ ...aboutOf(found), reason })];
  },

  ResumeComplaint: (command, complaint, at) => {
    const { complaintId, reason } = command;
    const { pause, resumption } = open(complaint, command, at);
    if (!pause)
      return resumption && addsNothing({ reason }, resumption) ? [] : reject('ComplaintNotPaused', { complaintId });
    const found = movable(complaint, command, at);
    const minutes = policy.minutesBetween(new Date(pause.at), at);
    const dueAt = policy.later(new Date(found.dueAt), found.overdueSince ? 0 : minutes).toISOString();
    return [ComplaintResumed.event({ ...aboutOf(found), reason: reason ?? null, minutes, dueAt })];
  },

  CommentOnComplaint: (command, complaint, at) => {
    const { complaintId, commentId, text } = command;
    const found = known(complaint, complaintId);
    const earlier = found.comments.get(commentId);
    if (earlier) return earlier.text === text ? [] : reject('CommentAlreadyAdded', { commentId });
    expectAfter(command, at, { by: 'filing', at: found.filedAt });
    return [ComplaintCommented.event({ ...aboutOf(found), commentId, text })];
  },

  ChangeComplaint: (command, complaint, at, around) => correct(policy, command, complaint, at, around),

  WithdrawComplaint: (command, complaint, at) => {
    const { complaintId, reason } = command;
    if (complaint?.status === 'withdrawn')
      return complaint.reason === reason ? [] : reject('ComplaintAlreadyWithdrawn', { complaintId });
    const found = movable(complaint, command, at);
    return [...breachIn(found, (dueAt) => at > dueAt), ComplaintWithdrawn.event({ ...aboutOf(found), reason })];
  },

  NoteOverdue: ({ complaintId }, complaint, at) => {
    const found = known(complaint, complaintId);
    if (!isOpen(found)) return [];
    return breachIn(found, (dueAt) => at >= dueAt);
  },

  // Nothing happens once it is settled, was escalated since, has another due time or is at the last tier.
  EscalateOverdue: ({ complaintId, dueAt, tier: from }, complaint) => {
    const found = known(complaint, complaintId);
    const to = TIERS[TIERS.indexOf(from) + 1];
    if (!isOpen(found) || found.overdueSince !== dueAt || found.tier !== from || !to) return [];
    return [ComplaintEscalated.event({ ...aboutOf(found), from, to, reason: `Overdue since ${dueAt}.` })];
  },
});

/** A response can be recorded late, if it was given before the complaint ended. */
const expectAnswerable = (complaint: Filed, at: Date) =>
  isOpen(complaint) ||
  at <= new Date(complaint.moved.at) ||
  complaintProblems.reject('ComplaintNotOpen', { status: complaint.status });
