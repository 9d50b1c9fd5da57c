import { Rejection, type Draft, type Origin } from '@annals/event-sourcing';
import { numbered, occurrenceOf } from './causes.js';
import type { PolicyOptions, Send } from './policy-options.js';
import type { Reporting } from './reporting.js';

const HOUR = 3_600_000; // ms
const MOST = 10_000; // refusals

/** Sends the commands that policies decide. A refusal by a rule is final, because the situation has changed. */
export class Sending {
  private readonly refusedUntil = new Map<string, number>();

  constructor(
    private readonly send: Send,
    private readonly reporting: Reporting,
    private readonly options: Pick<PolicyOptions, 'time'>,
  ) {}

  /** Sends each command with its own id, in order. Throws errors other than `Rejection`: the outcome is then unknown. */
  async all(policy: string, drafts: readonly Draft[], cause: string, originOf: (commandId: string) => Origin) {
    for (const { draft, commandId } of numbered(drafts, cause)) {
      const given = originOf(commandId);
      const origin = { ...given, occurredAt: occurrenceOf(draft, given.occurredAt) };
      if (!this.isRefused(origin.commandId)) await this.one(policy, draft, origin);
    }
  }

  private async one(policy: string, draft: Draft, origin: Origin) {
    try {
      await this.send(draft, origin);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      this.refused(origin.commandId);
      this.reporting.tell({ policy, kind: 'refused', command: draft.type, code: error.code });
    }
  }

  /** A refused deadline stays due and is sent again, but not at every check. */
  private isRefused(commandId: string) {
    return (this.refusedUntil.get(commandId) ?? 0) > this.now();
  }

  private refused(commandId: string) {
    this.refusedUntil.delete(commandId);
    this.refusedUntil.set(commandId, this.now() + HOUR);
    if (this.refusedUntil.size > MOST) this.refusedUntil.delete(this.refusedUntil.keys().next().value!);
  }

  private now() {
    return this.options.time.now().getTime();
  }
}
