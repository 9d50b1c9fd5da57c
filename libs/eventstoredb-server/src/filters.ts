import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { WireRecord } from './wire-record.js';

export type Filter = {
  readonly allows: (record: WireRecord) => boolean;
  /** Number of records after which a subscription reports a checkpoint. */
  readonly interval: number;
};

const WINDOW = 32; // records, when the client names none

export const filterIn = (options: ReadReq.Options): Filter | undefined => {
  const filter = options.getFilter();
  if (!filter) return undefined;
  const byType = filter.getEventType();
  const expression = (byType ?? filter.getStreamIdentifier())!;
  const pattern = expression.getRegex() && new RegExp(expression.getRegex(), 'u');
  return {
    interval: (filter.hasMax() ? filter.getMax() : WINDOW) * filter.getCheckpointintervalmultiplier(),
    allows(record) {
      const text = byType ? record.type : record.stream;
      if (pattern) return pattern.test(text);
      return expression.getPrefixList().some((prefix) => text.startsWith(prefix));
    },
  };
};
