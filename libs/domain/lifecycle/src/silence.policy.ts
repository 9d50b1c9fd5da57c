import { Configuration } from '@annals/configuration';
import { NoteSilence } from '@annals/domain-customers';
import { EventStore, type Cursor, type Origin, type Projection } from '@annals/event-sourcing';
import { lifecycle, type CustomerLifecycle } from '@annals/projections-lifecycle';
import { Views } from '@annals/projecting';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

const PAGE = 500; // customers
const PATIENCE = 2_000; // ms

/**
 * Time alone moves a customer's lifecycle: whoever was silent for too long declines. The passing of time becomes an
 * event of the customer, dated at the moment when it was due, so that a rebuild on any other day gives the same answer.
 */
@Injectable()
export class SilencePolicy {
  private readonly view: Projection<never, CustomerLifecycle>;
  private readonly silentDays: number;

  constructor(
    private readonly log: EventStore,
    private readonly views: Views,
    private readonly commands: CommandBus,
    { lifecycle: thresholds }: Configuration,
  ) {
    this.view = lifecycle(thresholds);
    this.silentDays = thresholds.declining.silentDays;
  }

  /**
   * Notes the silence of every customer whose time is up at `now`, and answers of how many. To repeat it does nothing.
   * If the view stays behind the log for `patience` milliseconds, it leaves them to the next tick: they may have been
   * heard of since.
   */
  async tick(now: Date, patience = PATIENCE): Promise<number> {
    let noted = 0;
    for await (const customers of this.due(now, patience)) {
      await Promise.all(customers.map((customer) => this.note(customer)));
      noted += customers.length;
    }
    return noted;
  }

  private async *due(now: Date, timeoutMs: number) {
    const where = [{ field: 'dueAt', from: '', to: now.toISOString() }];
    const fresh = { position: await this.log.head(), timeoutMs };
    let after: Cursor | undefined;
    do {
      const query = { where, sort: { field: 'dueAt' }, limit: PAGE, after };
      const { value, stale } = await this.views.find(this.view, query, fresh);
      if (stale) return;
      yield value.items.map(({ document }) => document);
      after = value.next ?? undefined;
    } while (after);
  }

  private note({ customerId, lastActivityAt, dueAt }: CustomerLifecycle) {
    const commandId = `silence/${customerId}/${lastActivityAt}`;
    const origin: Origin = {
      commandId,
      correlationId: commandId,
      causationId: commandId,
      actor: 'system:clock',
      source: 'clock',
      occurredAt: dueAt!,
    };
    const { silentDays } = this;
    return this.commands.execute(new NoteSilence({ customerId, lastActivityAt: lastActivityAt!, silentDays }, origin));
  }
}
