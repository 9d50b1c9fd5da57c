import { daysIn } from '@annals/analytics';
import { FoldedViews, until, type Moment, type RecordedEvent } from '@annals/event-sourcing';
import { instantIn } from '@annals/http/instants';
import type { WholeCustomerView } from '@annals/queries';
import { askPage, type PageQuestion } from '@annals/reading';
import { viewsOfPage, type PageParts } from '@annals/slice';
import { createInterface } from 'node:readline';
import type { Engine } from '@annals/composition';
import { differences } from './differences.js';
import { type AXES, POSITION } from './moments.js';
import { linesOf, time } from './page-lines.js';
import { print } from './print.js';
import { replayUnder } from './what-if.js';

type Options = {
  readonly until?: string;
  readonly axis: (typeof AXES)[number];
  readonly step?: boolean;
  readonly under?: readonly string[];
};

const LAST = new Date(8_640_000_000_000_000); // the latest time that there is

/** Shows what each event of a customer changed on the customer's page, read from the log instead of a view. */
export const replayCustomer = async (engine: Engine, customerId: string, options: Options): Promise<void> => {
  const moment = momentIn(options, engine);
  const history = await historyOf(engine, customerId, moment);
  if (options.under) return replayUnder(engine, customerId, history, { under: options.under, now: clockAt(moment) });
  await replayBySteps(engine, customerId, history, options.step === true);
};

/** Until when the clock had looked at a moment. */
const clockAt = (moment: Moment) =>
  new Date(Math.min(Date.now(), 'recordedAt' in moment ? moment.recordedAt.getTime() : Infinity));

const replayBySteps = async (
  engine: Engine,
  customerId: string,
  history: readonly RecordedEvent[],
  step: boolean,
): Promise<void> => {
  const { page: parts, days } = engine.catalogue;
  const views = new FoldedViews(viewsOfPage(parts));
  const enter = step ? enterPresses() : undefined;

  let page: WholeCustomerView | undefined;
  for (const [index, event] of history.entries()) {
    if (index > 0 && (await enter?.next())?.done) break;
    const before = page;
    views.add([event]);
    page = pageIn(views, parts, customerId, { today: days.dayOf(new Date(event.recordedAt)) });
    print(paragraph(event, `${index + 1}/${history.length}`, before, page));
  }
  await enter?.return();
};

const momentIn = ({ until: text, axis }: Options, { configuration }: Engine): Moment => {
  if (text !== undefined && POSITION.test(text)) return { position: Number(text) };
  const instant = text === undefined ? LAST : instantIn(text, daysIn(configuration.calendar.timeZone))!;
  return axis === 'recorded' ? { recordedAt: instant } : { occurredAt: instant };
};

const historyOf = async ({ log }: Engine, customerId: string, moment: Moment) => {
  const history: RecordedEvent[] = [];
  for await (const batch of log.readAll(0)) history.push(...batch.filter(({ subject }) => subject === customerId));
  if (history.length === 0) throw new Error(`There is no customer "${customerId}".`);
  const then = until(history, moment);
  if (then.length === 0) throw new Error(notYet(customerId, history));
  return then;
};

const notYet = (customerId: string, history: readonly RecordedEvent[]) => {
  const first = history.map(({ occurredAt }) => occurredAt).toSorted()[0]!;
  return `The customer "${customerId}" was first recorded on ${time(history[0]!.recordedAt)}. With "--axis occurred", the history reaches back to ${time(first)}.`;
};

const pageIn = (views: FoldedViews, parts: PageParts, customerId: string, of: Omit<PageQuestion, 'isAllowed'>) => {
  const { reads, answer } = askPage(parts, { ...of, isAllowed: () => true });
  return (answer(customerId, views.read(reads.of(customerId)), false) ?? undefined) as WholeCustomerView | undefined;
};

const paragraph = (event: RecordedEvent, count: string, before?: WholeCustomerView, after?: WholeCustomerView) => {
  const { id, type, position, occurredAt, recordedAt, actor, source, reason } = event;
  const subject = after?.events.find((happening) => happening.id === id)?.subject;
  const what = subject ? `${type}: ${subject}` : type;
  const why = reason === undefined ? '' : `, because: ${reason}`;
  return [
    `${count}  ${time(occurredAt)}  ${what}`,
    `    by ${actor} through ${source}, recorded ${time(recordedAt)} as #${position}${why}`,
    ...differences(linesOf(before), linesOf(after)).map((line) => `    ${line}`),
  ].join('\n');
};

/** Lines of standard input: one per Enter, until it ends. */
async function* enterPresses(): AsyncGenerator<string, void, void> {
  const lines = createInterface({ input: process.stdin });
  process.stderr.write('Press Enter to show the next event.\n');
  try {
    yield* lines;
  } finally {
    lines.close();
  }
}
