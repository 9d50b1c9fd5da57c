import { isDeadline, keysOf, fieldOf, type Deadline, type FoldedViews } from '@annals/event-sourcing';
import type { Policy, RecordedEvent } from '@annals/event-sourcing';
import { causeOf, instantOf } from '@annals/projecting';

/** A document whose deadline comes `at` an instant, in milliseconds. */
export type Due = {
  readonly policy: Deadline;
  /** What the clock calls the first command that it sends then. */
  readonly commandId: string;
  /** Of the document, among those of all policies. */
  readonly id: string;
  readonly at: number;
  readonly document: never;
};

/** The deadlines of the documents of views, which are folded elsewhere. */
export class Deadlines {
  private readonly policies: readonly Deadline[];
  private readonly pending = new Map<string, Due>();

  constructor(
    policies: readonly Policy[],
    private readonly views: FoldedViews,
  ) {
    this.policies = policies.filter(isDeadline);
  }

  /** Takes an event after the views have taken it. */
  take(event: RecordedEvent): void {
    for (const policy of this.policies)
      for (const key of keysOf(policy.view as Parameters<typeof keysOf>[0], event)) this.look(policy, key);
  }

  get all(): IterableIterator<Due> {
    return this.pending.values();
  }

  of(id: string): Due | undefined {
    return this.pending.get(id);
  }

  private look(policy: Deadline, key: string) {
    const { name, view, due } = policy;
    const [found] = this.views.read([{ view: view.name, ids: [key] }])[0]!.documents;
    const document = found?.body as never;
    const id = `${name}/${key}`;
    const said = found ? (fieldOf(view, due, document) as string | null) : null;
    if (said === null) this.pending.delete(id);
    else {
      const commandId = causeOf.deadline(policy, key, document, said);
      this.pending.set(id, { policy, commandId, id, at: instantOf(policy, said).getTime(), document });
    }
  }
}
