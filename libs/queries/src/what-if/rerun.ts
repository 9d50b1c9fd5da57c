import type { AnyCommand } from '@annals/command-bus';
import type { RecordedEvent } from '@annals/event-sourcing';
import { Streams, type Catalogue } from '@annals/slice';
import { decisionsIn, differs, type Decision, type Outcome } from './decision.js';
import type { Due } from './deadlines.js';
import { reactionsTo, sentAt, type Sent } from './reactions.js';
import { RuleWorld } from './rule-world.js';
import { decidedIn, outcomeOf, wordsFor } from './told-again.js';
import { added, inPlaceOf } from './would-be.js';

const MINUTE = 60_000; // ms: the clock looks at least so often

const NOTHING = { would: [], refusal: null };

/**
 * The history of a customer, decided again under other rules. Each decision looks at the same facts of other streams as the real one,
 * and at its own stream as it would be by then. The clock does what would have been due, except while it is known to have stood still.
 */
export class Rerun {
  /** As it was, and as it would be, up to the outcome that was given last. */
  readonly real: RuleWorld;
  readonly under: RuleWorld;
  private readonly facts = new Streams();
  private readonly met = new Set<string>();
  private last: RecordedEvent | undefined;
  private reached = -Infinity;

  constructor(real: Catalogue, under: Catalogue) {
    this.real = new RuleWorld(real);
    this.under = new RuleWorld(under);
  }

  /** In log order. `now` is until when the clock has looked. */
  *over(history: readonly RecordedEvent[], now: Date): Generator<Outcome> {
    for (const decision of decisionsIn(history)) {
      yield* this.clockUntil(Date.parse(decision[0].recordedAt));
      yield* this.settled({ recorded: decision, ...this.decidedAgain(decision) });
    }
    yield* this.clockUntil(now.getTime());
  }

  private *settled(outcome: Outcome): Generator<Outcome> {
    const { recorded, would } = outcome;
    for (const event of recorded) this.note(event);
    for (const event of would) this.under.take(event);
    yield outcome;
    for (const event of would) yield* this.reactionsTo(event);
  }

  private note(event: RecordedEvent) {
    this.facts.add(event);
    this.real.take(event);
    this.last = event;
    this.reached = Math.max(this.reached, Date.parse(event.recordedAt));
  }

  private decidedAgain(decision: Decision): Omit<Outcome, 'recorded'> {
    const [first] = decision;
    const around = { facts: this.facts, decidedOn: first.decidedOn };
    const sent = this.sentAgain(first);
    if (sent === null) return NOTHING;
    if (sent) return outcomeOf(this.decide(sent, around.decidedOn), (events) => inPlaceOf(decision, events, sent.at));
    const event = decision.findLast((each) => this.under.retold(each, undefined));
    if (!event) return { would: decision, refusal: null };
    const again = (world: RuleWorld, said: string | undefined) => decidedIn(world, { decision, event, said, around });
    const [said, ...others] = wordsFor(event, this.real.catalogue.days);
    const isReal = (each: string | undefined) => !differs({ recorded: decision, ...again(this.real, each) });
    const word = others.length === 0 || isReal(said) ? said : (others.find(isReal) ?? said);
    return again(this.under, word);
  }

  /** What a policy would send in place of what one sent; `null` for nothing, `undefined` if no policy is known to have sent it. */
  private sentAgain(event: RecordedEvent): Sent | null | undefined {
    const { commandId, source } = event;
    const policy = commandId.split('/', 1)[0]!;
    if (!['clock', 'policy'].includes(source) || !this.real.has(policy)) return undefined;
    const find = (world: RuleWorld) => sentIn(world, policy, event).find((sent) => sent.commandId === commandId);
    return find(this.real) && (find(this.under) ?? null);
  }

  private *reactionsTo(event: RecordedEvent): Generator<Outcome> {
    const recorded = this.real.event(event.id);
    const usual = recorded ? reactionsTo(recorded, this.real.catalogue.policies, this.real.views) : [];
    const known = new Set(usual.map(({ commandId }) => commandId));
    for (const sent of reactionsTo(event, this.under.catalogue.policies, this.under.views))
      if (!known.has(sent.commandId)) yield* this.add(sent);
  }

  private *clockUntil(moment: number): Generator<Outcome> {
    for (let due = this.nextDue(moment); due; due = this.nextDue(moment)) {
      this.met.add(due.commandId);
      for (const sent of sentAt(due.policy, due.commandId, due.document, new Date(due.at))) yield* this.add(sent);
    }
  }

  /** The first deadline that comes a minute before, and not while a deadline of the same document had come and was not met. */
  private nextDue(moment: number): Due | undefined {
    const after = (due: Due) => Math.max(due.at, this.reached);
    let first: Due | undefined;
    for (const due of this.under.deadlines.all) {
      if (after(due) + MINUTE > moment || this.met.has(due.commandId) || (first && first.at <= due.at)) continue;
      const real = this.real.deadlines.of(due.id);
      if (!real || real.at > after(due)) first = due;
    }
    return first;
  }

  private *add(sent: Sent): Generator<Outcome> {
    const decided = this.decide(sent, undefined);
    const { would } = outcomeOf(decided, (events) => added(events, sent, this.streamOf(sent), this.last!));
    if (would.length > 0) yield* this.settled({ recorded: [], would, refusal: null });
  }

  private decide(sent: Sent, decidedOn: RecordedEvent['decidedOn']) {
    return this.under.decide(this.toldBy(sent), sent.at, { facts: this.facts, decidedOn });
  }

  private streamOf(sent: Sent) {
    const { aggregate, command } = this.toldBy(sent);
    return aggregate.streamOf(command);
  }

  private toldBy({ draft: { type, fields } }: Sent) {
    const { aggregate } = this.under.catalogue.commands.get(type)!;
    return { aggregate, command: { ...fields, type } as unknown as AnyCommand };
  }
}

/** What a policy sends at this point: at its deadlines that have come, or about the event that caused this one. */
const sentIn = (world: RuleWorld, name: string, { causationId, recordedAt }: RecordedEvent): readonly Sent[] => {
  const { catalogue, deadlines, views } = world;
  const due = [...deadlines.all].filter(({ policy, at }) => policy.name === name && at <= Date.parse(recordedAt));
  const met = due.flatMap(({ policy, commandId, document, at }) => sentAt(policy, commandId, document, new Date(at)));
  const cause = world.event(causationId);
  const policies = catalogue.policies.filter((policy) => policy.name === name);
  return cause ? [...met, ...reactionsTo(cause, policies, views)] : met;
};
