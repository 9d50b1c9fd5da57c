import type { Cursor, FanOut, RecordedEvent } from '@annals/event-sourcing';
import type { DueViews } from './meeting.js';
import type { PolicyOptions } from './policy-options.js';
import { causeOf } from './causes.js';
import { causedBy, type Act } from './reacting.js';
import type { Sending } from './sending.js';

type Options = Pick<PolicyOptions, 'batch' | 'patience' | 'waits' | 'time'>;
type Found = { readonly id: string; readonly document: never };

/** Acts on the documents that an event concerns, page after page, those of a page at once. */
export class FanningOut {
  constructor(
    private readonly policy: FanOut,
    private readonly views: DueViews,
    private readonly sending: Sending,
    private readonly options: Options,
  ) {}

  readonly act: Act = async (event, signal) => {
    const where = this.policy.on[event.type]?.(event);
    if (!where) return true;
    const { batch, patience, waits, time } = this.options;
    let after: Cursor | undefined;
    for (;;) {
      // The view has to know the event: documents that it concerns may have changed just before.
      const fresh = { position: event.position, timeoutMs: patience };
      const query = { where, limit: batch, after };
      const { value, stale } = await this.views.find(this.policy.view, query, fresh);
      if (signal.aborted) return false;
      if (stale) {
        await time.sleep(waits.first, signal);
        continue;
      }
      await this.actOnAll(value.items, event);
      if (!value.next) return true;
      after = value.next;
    }
  };

  private async actOnAll(found: readonly Found[], event: RecordedEvent) {
    const acted = await Promise.allSettled(found.map((each) => this.actOn(each, event)));
    const failed = acted.find(({ status }) => status === 'rejected');
    if (failed) throw (failed as PromiseRejectedResult).reason;
  }

  /** The effects occur when the event was recorded: no document is older than that. */
  private async actOn({ id, document }: Found, event: RecordedEvent) {
    const { name, send } = this.policy;
    const at = { ...event, occurredAt: event.recordedAt };
    const drafts = send(document, event);
    await this.sending.all(name, drafts, causeOf.found(name, event, id), (commandId) => causedBy(at, commandId));
  }
}
