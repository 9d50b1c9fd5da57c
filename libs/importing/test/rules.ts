import { daysIn } from '@annals/analytics';
import { commandFrom, Malformed } from '@annals/command-bus/forms';
import { loadConfiguration } from '@annals/configuration';
import { customer, customers } from '@annals/domain-customers';
import { dealOn, deals } from '@annals/domain-deals';
import { product, products } from '@annals/domain-products';
import { catalogueOf, settingsOf } from '@annals/slice';
import { handle, Rejection, type Origin, type RecordedEvent } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { createHash } from 'node:crypto';
import type { CommandInput, Executor, Outcome } from '../src/index.js';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const naming = { eventId: hash, blind: hash };
const slices = [customers, products, deals];
const configuration = loadConfiguration({}, settingsOf(slices));
const { commands: known } = catalogueOf(slices, configuration);
const days = daysIn(configuration.calendar.timeZone);

const RULES: Readonly<Record<string, object>> = { customers: customer(days), products: product, deals: dealOn(days) };

/** Carries commands out by the rules themselves. */
export class Rules implements Executor {
  readonly store = new MemoryEventStore();

  readonly check = (commands: readonly CommandInput[]) =>
    Promise.resolve(commands.map((command) => this.form(command)));

  readonly execute = async (commands: readonly CommandInput[]) => {
    const head = await this.store.head();
    return Promise.all(commands.map((command) => this.one(command, head)));
  };

  async all(type: string): Promise<readonly RecordedEvent[]> {
    return (await Array.fromAsync(this.store.readAll(0, { types: [type] }))).flat();
  }

  private form({ type, body }: CommandInput): Outcome {
    try {
      commandFrom(body, known.get(type)!.command, {} as Origin);
      return { status: 'done', stored: false };
    } catch (error) {
      if (error instanceof Malformed) return { status: 'invalid', errors: error.errors };
      throw error;
    }
  }

  private async one(input: CommandInput, head: number): Promise<Outcome> {
    const form = this.form(input);
    if (form.status === 'invalid') return form;
    const { type, commandId, source, body } = input;
    const occurredAt = new Date(body['occurredAt'] as string).toISOString();
    const origin = {
      commandId,
      actor: 'test',
      occurredAt,
      correlationId: commandId,
      causationId: commandId,
      source,
      ...reasonOf(body),
    };
    const command = { type, ...body } as never;
    try {
      const { position } = await handle(this.store, RULES[known.get(type)!.slice.name] as never, command, origin, {
        naming,
      });
      return { status: 'done', stored: position > head };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { status: 'refused', code: error.code, message: error.sentence };
    }
  }
}

const reasonOf = ({ reason }: CommandInput['body']) => (typeof reason === 'string' ? { reason } : {});
