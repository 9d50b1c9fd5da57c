import type { EventStore } from '@annals/event-sourcing';
import { printable } from '@annals/text';

const MOST = 10; // lines

/** Says on standard error what is missing in a log; nothing of one that is whole. */
export const warnOfGaps = async (log: EventStore, name: string): Promise<void> => {
  let count = 0;
  for await (const { kind, message } of log.gaps()) {
    count += 1;
    if (count <= MOST) console.error(printable(`Warning: ${kind} in ${name}: ${message}`));
  }
  if (count > 0)
    console.error(`Warning: ${name} is not whole; "annals verify" lists all of ${count.toLocaleString('en')} faults.`);
};
