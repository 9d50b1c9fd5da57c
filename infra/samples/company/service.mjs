import { staff } from './company.mjs';

const CHANNELS = ['phone', 'call-centre', 'email', 'web', 'in-person'];

/** Who works on a complaint, and what is said of it. */
const actionsOn = (book, complaintId) => {
  const act = (time, type, fields = {}) => book.say(time, book.agentAt(time), type, { complaintId, ...fields });
  return { act, pick: (list) => book.chance.pick(book.words[list]) };
};

/** What happens between the first answer and the end; returns the time afterwards, or `undefined` if it is not over yet. */
const handle = (book, begin, complaintId, severity) => {
  const { chance } = book;
  const { act, pick } = actionsOn(book, complaintId);
  let time = begin;
  if (chance.maybe(45))
    act((time += 35), 'CommentOnComplaint', { commentId: book.idOf('comment'), text: pick('comments') });
  if (chance.maybe(8) && severity !== 'critical')
    act((time += 20), 'ChangeComplaint', {
      severity: severity === 'low' ? 'medium' : 'high',
      reason: pick('corrections'),
    });
  if (chance.maybe(15)) {
    time = book.after(time, 0, 1);
    act(time, 'EscalateComplaint', { to: 2, reason: pick('escalations') });
  }
  if (!chance.maybe(12)) return time;
  time = book.after(time, 0, 1);
  if (!act(time, 'PauseComplaint', { reason: pick('pauses') })) return undefined;
  time = book.after(time, 1, 4);
  return act(time, 'ResumeComplaint') ? time : undefined;
};

const resolve = (book, begin, complaintId, { cause: rootCause, remedy, reopen }) => {
  const { chance } = book;
  const { act, pick } = actionsOn(book, complaintId);
  const time = book.after(begin, 0, 4);
  if (!act(time, 'ResolveComplaint', { rootCause, remedy })) return;
  if (chance.maybe(7)) {
    const again = book.after(time, 2, 8);
    if (!act(again, 'ReopenComplaint', { reason: reopen })) return;
    act(book.after(again, 1, 4), 'ResolveComplaint', { rootCause, remedy });
  } else if (chance.maybe(65)) {
    const score = chance.pick([5, 5, 4, 4, 4, 3, 3, 2, 1]);
    const comment = chance.maybe(60) ? { comment: book.words.ratings[{ 5: 0, 4: 2, 3: 1, 2: 3, 1: 3 }[score]] } : {};
    act(book.after(time, 1, 5), 'RateSatisfaction', { score, ...comment });
  } else if (chance.maybe(10)) {
    act(time + 80, 'CommentOnComplaint', { commentId: book.idOf('comment'), text: pick('comments') });
  }
};

/**
 * A complaint; `end` is `resolved`, `withdrawn`, `answered` or `none`: of the last two nobody has done more. An end in the future has not
 * come yet.
 */
export const complaint = (
  book,
  begin,
  { end = 'resolved', severity = book.chance.pick(['low', 'medium', 'medium', 'high', 'critical']), deal } = {},
) => {
  const { chance, words } = book;
  const complaintId = book.idOf('complaint');
  const matter = chance.pick(words.complaints[book.sector]);
  const { category, subject, text } = matter;
  const content = { channel: chance.pick(CHANNELS), category, severity, subject, text, ...(deal && { dealId: deal }) };
  const { act, pick } = actionsOn(book, complaintId);
  if (!book.tell(begin, book.agentAt(begin), 'FileComplaint', { complaintId, ...content })) return;
  if (end === 'none') return;
  const assigned = begin + chance.int(10, 60);
  act(assigned, 'AssignComplaint', { assignee: staff(book.agentAt(begin)) });
  const answered = book.after(assigned, 0, 1);
  if (!act(answered, 'RespondToComplaint', { channel: chance.pick(['phone', 'email']), note: pick('response') }))
    return;
  if (end === 'answered') return;
  if (end === 'withdrawn') {
    act(book.after(answered, 0, 2), 'WithdrawComplaint', { reason: pick('withdrawals') });
    return;
  }
  const handled = handle(book, answered, complaintId, severity);
  if (handled !== undefined) resolve(book, handled, complaintId, matter);
};
