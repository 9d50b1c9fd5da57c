import { Links, Rejection, type Event, type Merging, type RecordedEvent } from '@annals/event-sourcing';
import { DecidedLog, type Given } from './decided-log.js';
import type { CommandReader, Drawn } from './drawn-command.js';
import { isHourly } from './hourly.js';

type Content = Readonly<Record<string, unknown>>;

/** The results of random commands that were sent twice. */
export type Exploration = {
  /** Types of the commands that added an event at least once. */
  readonly carriedOut: ReadonlySet<string>;
  /** By type, commands that added an event when they were repeated. */
  readonly repeated: ReadonlyMap<string, readonly Content[]>;
  /** By type, commands with other content that were neither refused nor recorded: the first content, and the lost one. */
  readonly swallowed: ReadonlyMap<string, readonly { readonly first: Content; readonly then: Content }[]>;
  /** By type, commands whose rules do not ask for the hour, and that were decided otherwise when only their day was known. */
  readonly hourly: ReadonlyMap<string, readonly Content[]>;
  /** The resulting logs. */
  readonly logs: readonly (readonly RecordedEvent[])[];
};

const HOUR = 3_600_000; // ms
const NOW = Date.UTC(2026, 0, 5, 10); // after the days and the instants of all examples
const TRIES = 150; // of repeating commands of a type that were carried out; more of them only lead to others

type Sent = { readonly drawn: Drawn; readonly given: Given; readonly events: readonly Event[] };

/** Sends commands to aggregates, each one that is carried out twice. */
export class Walk implements Exploration {
  readonly carriedOut = new Set<string>();
  readonly repeated = new Map<string, Content[]>();
  readonly swallowed = new Map<string, { readonly first: Content; readonly then: Content }[]>();
  readonly hourly = new Map<string, Content[]>();
  readonly logs: (readonly RecordedEvent[])[] = [];
  private readonly tries = new Map<string, number>();

  constructor(
    private readonly commands: CommandReader,
    private readonly merging: Merging,
  ) {}

  /** The part until the last command that was carried out for the first time, if any was. */
  along(sent: readonly Drawn[]): readonly Drawn[] | undefined {
    const log = new DecidedLog();
    let [clock, found] = [NOW, 0];
    for (const [index, drawn] of sent.entries()) {
      const known = this.carriedOut.size;
      this.send(this.commands.fitted(drawn, log.events), log, (clock += 2 * HOUR));
      if (this.carriedOut.size > known) found = index + 1;
    }
    this.logs.push(log.events);
    return found > 0 ? sent.slice(0, found) : undefined;
  }

  private send(drawn: Drawn, log: DecidedLog, now: number) {
    const given = this.commands.read(drawn);
    if (!given) return;
    const at = momentOf(given, now);
    const events = log.outcomeOf(given, at);
    if (events instanceof Rejection || events.length === 0) return;
    if (this.isTried(drawn.type)) log.record(given, events, at);
    else this.sendTwice({ drawn, given, events }, log, { at, now });
  }

  /** Whether enough commands of a type have been repeated. */
  private isTried(type: string): boolean {
    const tries = (this.tries.get(type) ?? 0) + 1;
    this.tries.set(type, tries);
    return tries > TRIES;
  }

  private sendTwice({ drawn, given, events }: Sent, log: DecidedLog, { at, now }: { at: Date; now: number }) {
    if (isHourly(given, log, at)) add(this.hourly, drawn.type, contentOf(given));
    const textOf = this.textIn(log);
    // Other content is content that would have added other events.
    const others = this.commands.variants(drawn).filter((other) => {
      const outcome = log.outcomeOf(other, momentOf(other, now));
      return !(outcome instanceof Rejection) && outcome.length > 0 && textOf(outcome) !== textOf(events);
    });
    if (!log.record(given, events, at)) return;
    this.carriedOut.add(drawn.type);
    this.sendAgain(given, others, log, now + HOUR);
  }

  /** What events say, as one text: two customers that are merged are one, also where that is stored in part only. */
  private textIn(log: DecidedLog): (events: readonly Event[]) => string {
    const { types, linkOf } = this.merging;
    const links = new Links(log.events.filter(({ type }) => types.includes(type)).map(linkOf));
    const customerOf = (id: string) => (log.isTorn ? '' : links.customerOf(id));
    return (events) =>
      JSON.stringify(events, (key, value: unknown) => (key === 'customerId' ? customerOf(value as string) : value));
  }

  private sendAgain(given: Given, others: readonly Given[], log: DecidedLog, now: number) {
    const { type } = given.command;
    if (!isSilent(log.outcomeOf(given, momentOf(given, now)))) add(this.repeated, type, contentOf(given));
    for (const other of others)
      if (isSilent(log.outcomeOf(other, momentOf(other, now))))
        add(this.swallowed, type, { first: contentOf(given), then: contentOf(other) });
  }
}

const momentOf = ({ command }: Given, now: number) =>
  new Date('occurredAt' in command && typeof command.occurredAt === 'string' ? command.occurredAt : now);

const isSilent = (outcome: readonly Event[] | Rejection) => !(outcome instanceof Rejection) && outcome.length === 0;

const contentOf = ({ command: { origin, ...content } }: Given): Content => content;

const add = <T>(lists: Map<string, T[]>, key: string, one: T) => lists.set(key, [...(lists.get(key) ?? []), one]);
