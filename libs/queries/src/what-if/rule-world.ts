import type { AnyCommand } from '@annals/command-bus';
import { FoldedViews, Rejection, type Event, type Policy, type RecordedEvent } from '@annals/event-sourcing';
import { isDeadline, isFanOut } from '@annals/event-sourcing';
import { once, Streams, viewsOfPage, type Aggregate, type Catalogue } from '@annals/slice';
import { Deadlines } from './deadlines.js';

/** What a command is decided on besides the events of its own stream. */
export type Around = { readonly facts: Streams; readonly decidedOn?: RecordedEvent['decidedOn'] };

type Told = { readonly aggregate: Aggregate; readonly command: AnyCommand };

/** The history of a customer under the rules of a catalogue, as far as it has come. */
export class RuleWorld {
  readonly views: FoldedViews;
  readonly deadlines: Deadlines;
  private readonly own = new Streams();
  private readonly events = new Map<string, RecordedEvent>();

  constructor(readonly catalogue: Catalogue) {
    const { page, policies } = catalogue;
    this.views = new FoldedViews(once([...viewsOfPage(page), ...policies.flatMap(viewOf)]));
    this.deadlines = new Deadlines(policies, this.views);
  }

  take(event: RecordedEvent): void {
    this.own.add(event);
    this.events.set(event.id, event);
    this.views.add([event]);
    this.deadlines.take(event);
  }

  event(id: string): RecordedEvent | undefined {
    return this.events.get(id);
  }

  has(policy: string): boolean {
    return this.catalogue.policies.some(({ name }) => name === policy);
  }

  /** The command that an event was decided on, if its rules depend on settings. */
  retold(event: RecordedEvent, occurredAt: string | undefined): Told | undefined {
    for (const aggregate of this.catalogue.aggregates) {
      const command = aggregate.retold(event, occurredAt);
      if (command) return { aggregate, command };
    }
    return undefined;
  }

  decide({ aggregate, command }: Told, at: Date, { facts, decidedOn }: Around): readonly Event[] | Rejection {
    const [ownFold, contextFold] = aggregate.folds;
    const own = this.own.stateOf(ownFold!, [aggregate.streamOf(command)]);
    const stateOf = (streams: readonly string[]) => facts.stateOf(contextFold!, streams, decidedOn);
    const context = aggregate.onStates.contextOf(command, own, stateOf);
    try {
      return aggregate.onStates.decide(command, { own, context }, at);
    } catch (error) {
      if (error instanceof Rejection) return error;
      throw error;
    }
  }
}

const viewOf = (policy: Policy) =>
  isDeadline(policy) || isFanOut(policy) ? [policy.view as unknown as Catalogue['views'][number]] : [];
