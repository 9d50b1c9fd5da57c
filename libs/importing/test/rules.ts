import { customer, customerCommands } from '@annals/domain-customers';
import { deal, dealCommands } from '@annals/domain-deals';
import { handle, Rejection, type RecordedEvent } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { validate } from 'class-validator';
import { createHash } from 'node:crypto';
import type { CommandInput, Executor, Outcome } from '../src/index.js';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const naming = { eventId: hash, blind: hash };
const classes: Record<string, new () => object> = { ...customerCommands, ...dealCommands };

/** Carries commands out by the rules themselves. */
export class Rules implements Executor {
  readonly store = new MemoryEventStore();

  readonly check = (commands: readonly CommandInput[]) => Promise.all(commands.map((command) => this.form(command)));

  readonly execute = async (commands: readonly CommandInput[]) => {
    const head = await this.store.head();
    return Promise.all(commands.map((command) => this.one(command, head)));
  };

  async all(type: string): Promise<readonly RecordedEvent[]> {
    return (await Array.fromAsync(this.store.readAll(0, { types: [type] }))).flat();
  }

  private async form({ type, body }: CommandInput): Promise<Outcome> {
    const errors = await validate(Object.assign(new classes[type]!(), body));
    if (errors.length === 0) return { status: 'done', stored: false };
    const invalid = errors.map(({ property, constraints = {} }) => ({
      field: property,
      rule: Object.keys(constraints).join(', '),
      message: Object.values(constraints).join(', '),
    }));
    return { status: 'invalid', errors: invalid };
  }

  private async one(input: CommandInput, head: number): Promise<Outcome> {
    const form = await this.form(input);
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
      const rules = type in dealCommands ? deal : customer;
      const { position } = await handle(this.store, rules as never, command, origin, { naming });
      return { status: 'done', stored: position > head };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { status: 'refused', code: error.code, details: error.details };
    }
  }
}

const reasonOf = ({ reason }: CommandInput['body']) => (typeof reason === 'string' ? { reason } : {});
