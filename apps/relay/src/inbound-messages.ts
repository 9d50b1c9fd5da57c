import { Configuration } from '@annals/configuration';
import { EventStore } from '@annals/event-sourcing';
import type { Executor, Outcome } from '@annals/importing';
import { sourceIdOf, type Handled, type Inbound, type Rejected } from '@annals/kafka';
import { Views } from '@annals/projecting';
import { customersByCode } from '@annals/queries';
import { executorOf } from '@annals/composition';
import {
  CATALOGUE,
  bodyOfMessage,
  commandOfMessage,
  customerCodeIn,
  type Catalogue,
  type Message,
} from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';

/** Turns messages of other systems into commands and carries them out. Accepting a message again has no effect. */
@Injectable()
export class InboundMessages {
  private readonly executor: Pick<Executor, 'execute'>;

  constructor(
    bus: CommandBus,
    private readonly log: EventStore,
    private readonly views: Views,
    private readonly configuration: Configuration,
    @Inject(CATALOGUE) private readonly catalogue: Catalogue,
  ) {
    this.executor = executorOf(bus, log, catalogue, 'system:gateway');
  }

  /** Every topic from which a slice accepts messages. */
  get topics(): readonly string[] {
    return [...new Set(this.catalogue.inbound.map(({ topic }) => topic))];
  }

  /** Throws on a temporary failure: a store that does not answer, a view that is behind. */
  async take(inbound: Inbound): Promise<Handled> {
    const read = bodyOfMessage(inbound.body);
    if ('code' in read) return { rejected: reason(read) };
    const message = { topic: inbound.topic, key: inbound.key, sourceId: sourceIdOf(inbound), ...read };
    const command = commandOfMessage(this.catalogue.inbound, message, await this.customers(message));
    if ('code' in command) return { rejected: reason(command) };
    const { traceparent } = inbound.headers;
    const [outcome] = await this.executor.execute([{ ...command, traceparent }]);
    return handled(outcome!);
  }

  /** The customers that have the code in the message, as of the end of the log. */
  private async customers(message: Message): Promise<readonly string[]> {
    const code = customerCodeIn(this.catalogue.inbound, message);
    if (code === undefined) return [];
    const fresh = { position: await this.log.head() };
    const { value, stale } = await customersByCode(this.views, this.configuration, code, fresh);
    if (stale) throw new Error('The list of customers is behind the log.');
    return value;
  }
}

const rejected = (code: string, message: string, field?: string): Handled => ({
  rejected: reason({ code, message, ...(field === undefined ? {} : { field }) }),
});

const reason = ({ code, message, field }: Rejected): Rejected => ({
  ...{ code, message },
  ...(field === undefined ? {} : { field }),
});

const handled = (outcome: Outcome): Handled => {
  if (outcome.status === 'done') return 'done';
  if (outcome.status === 'refused') return rejected(outcome.code, outcome.message.en);
  const [first] = outcome.errors;
  return rejected('ValidationFailed', outcome.errors.map(({ message }) => message.en).join(' '), first?.field);
};
