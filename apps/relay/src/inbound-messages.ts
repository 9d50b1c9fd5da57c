import { Configuration } from '@annals/configuration';
import { commandOf, customerCodeIn, type Message } from '@annals/domain-accounts';
import { EventStore } from '@annals/event-sourcing';
import type { Executor, Outcome } from '@annals/importing';
import { sourceIdOf, type Handled, type Inbound, type Rejected } from '@annals/kafka';
import { Views } from '@annals/projecting';
import { customersByCode } from '@annals/queries';
import { executorOf } from '@annals/composition';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

/** Makes commands of what other systems tell, and carries them out. To take a message again does nothing. */
@Injectable()
export class InboundMessages {
  private readonly executor: Executor;

  constructor(
    bus: CommandBus,
    private readonly log: EventStore,
    private readonly views: Views,
    private readonly configuration: Configuration,
    @Inject(CATALOGUE) catalogue: Catalogue,
  ) {
    this.executor = executorOf(bus, log, catalogue, 'system:gateway');
  }

  /** Throws what passes: a store that is away, a view that is behind. */
  async take(inbound: Inbound): Promise<Handled> {
    const body = parsed(inbound.body);
    if (!body) return rejected('NotJson', 'The body is no JSON.');
    const message = { topic: inbound.topic, key: inbound.key, sourceId: sourceIdOf(inbound), ...body };
    const command = commandOf(message, await this.customers(message));
    if ('code' in command) return { rejected: reason(command) };
    const { traceparent } = inbound.headers;
    const [outcome] = await this.executor.execute([{ ...command, traceparent }]);
    return handled(outcome!);
  }

  /** Those that have the code in the message by everything that is in the log now. */
  private async customers(message: Message): Promise<readonly string[]> {
    const code = customerCodeIn(message);
    if (code === undefined) return [];
    const fresh = { position: await this.log.head() };
    const { value, stale } = await customersByCode(this.views, this.configuration.lifecycle, code, fresh);
    if (stale) throw new Error('The list of customers is behind the log.');
    return value;
  }
}

const parsed = (text: string): { readonly body: unknown } | undefined => {
  try {
    return { body: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
};

const rejected = (code: string, message: string, field?: string): Handled => ({
  rejected: reason({ code, message, ...(field === undefined ? {} : { field }) }),
});

const reason = ({ code, message, field }: Rejected): Rejected => ({
  ...{ code, message },
  ...(field === undefined ? {} : { field }),
});

const handled = (outcome: Outcome): Handled => {
  if (outcome.status === 'done') return 'done';
  if (outcome.status === 'refused') return rejected(outcome.code, JSON.stringify(outcome.details));
  const [first] = outcome.errors;
  const all = outcome.errors.map(({ field, rule, message }) => `${field}: ${message} (${rule})`);
  return rejected('ValidationFailed', all.join('; '), first?.field);
};
