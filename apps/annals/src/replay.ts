import { project, type Documents, type Moment, type RecordedEvent } from '@annals/event-sourcing';
import { customer360, type Customer360 } from '@annals/projection-customer-360';
import { once } from 'node:events';
import type { Engine } from './engine.js';
import { differences } from './differences.js';

type Options = { readonly until?: Moment; readonly step?: boolean };

/** Reads the log itself, no view, and shows what each event of a customer changed on its page. */
export const replayCustomer = async (engine: Engine, customerId: string, options: Options): Promise<void> => {
  const history = await historyOf(engine, customerId, options.until);
  if (history.length === 0) throw new Error(`The log has no event of the customer "${customerId}" until then.`);
  const projection = customer360(engine.configuration.lifecycle);

  let pages: Documents<Customer360> = new Map();
  for (const [index, event] of history.entries()) {
    const next = project(projection, [event], pages);
    console.log(headline(event, `${index + 1}/${history.length}`));
    for (const line of differences(pages.get(customerId) ?? {}, next.get(customerId) ?? {})) console.log(`    ${line}`);
    pages = next;
    if (options.step && index < history.length - 1) await enter();
  }
};

const historyOf = async ({ log }: Engine, customerId: string, until: Moment | undefined) => {
  const history: RecordedEvent[] = [];
  for await (const batch of log.readAll(0)) {
    for (const event of batch) if (event.subject === customerId && isWithin(event, until)) history.push(event);
  }
  return history;
};

const isWithin = ({ position, recordedAt }: RecordedEvent, until?: Moment) => {
  if (until === undefined) return true;
  if ('position' in until) return position <= until.position;
  return 'recordedAt' in until && new Date(recordedAt) <= until.recordedAt;
};

const headline = ({ position, type, occurredAt, recordedAt, actor, source, reason }: RecordedEvent, count: string) => {
  const why = reason === undefined ? '' : `, because: ${reason}`;
  return `${count}  #${position}  ${occurredAt}  ${type}  by ${actor} through ${source}, recorded ${recordedAt}${why}`;
};

const enter = async () => {
  process.stderr.write('Enter for the next event ');
  process.stdin.resume();
  await once(process.stdin, 'data');
  process.stdin.pause();
};
