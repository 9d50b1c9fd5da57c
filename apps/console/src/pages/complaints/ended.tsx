import { Moment } from '../../design/moment.js';
import { useValueWords } from '../../design/value-words.js';
import type { Complaint } from './use-take.js';

/** How a complaint ended, and when. */
export const Ended = ({ complaint: { status, resolvedAt, withdrawnAt } }: { readonly complaint: Complaint }) => {
  const [word, at] = [useValueWords(), resolvedAt ?? withdrawnAt];
  return (
    <span className="muted">
      {word('NamedComplaintStatus', status)} {at && <Moment at={at} />}
    </span>
  );
};
