import { commandIdOfUpdate, type AnyCommand } from '@annals/command-bus';
import { customerProblems, customerStream, knownCustomer, MergeBegun, NOT_KNOWN } from '@annals/contracts-customers';
import { sameContent } from '@annals/contracts-values';
import {
  fold,
  Rejection,
  sinceWithdrawal,
  type Event,
  type EventStore,
  type RecordedEvent,
} from '@annals/event-sourcing';
import type { CommandInput, Json } from '@annals/importing';
import { pastOf } from './past-of.js';
import type { Aggregate, Catalogue, CatalogueCommand } from '@annals/slice';

/** Treatment of commands that an earlier import has carried out: whether other content is noticed, and stored. */
export type OnRepeated = 'ignore' | 'compare' | 'update';

/** The events of a stream, in their order. */
export type Stream = readonly RecordedEvent[];

/** A command that belongs to another one. */
export type Correlated = { readonly correlationId?: string };

/** A row says something else than in the last import; `update` stores it, if there is such a command. */
export type Difference = { readonly update?: CommandInput & Correlated };

/**
 * Finds out whether a row that was imported before has changed. The first import of a key is a command whose id follows
 * from the key; each later content of it is an update, whose id follows from its number and its content and whose
 * correlation id is that of the first. So what the last import said is known from the log alone.
 */
export class EarlierImports {
  constructor(
    private readonly log: EventStore,
    private readonly catalogue: Pick<Catalogue, 'commands'>,
  ) {}

  /**
   * The events of the stream of a command. That of a merged customer goes on with what earlier imports of the row have changed of
   * the survivor, as if it was not merged.
   */
  async historyOf({ commandId }: CommandInput, command: AnyCommand): Promise<Stream> {
    const own = await this.log.read(this.catalogue.commands.get(command.type)!.aggregate.streamOf(command));
    const history = own.filter(({ type }) => type !== MergeBegun.type);
    for (let survivor = survivorIn(own); survivor !== null;) {
      const stream = await this.log.read(customerStream(survivor));
      history.push(...stream.filter(({ correlationId }) => correlationId === commandId));
      survivor = survivorIn(stream);
    }
    return history;
  }

  /** `undefined` if the row says what the last import of its key said, or what is stored anyway. */
  async differenceOf(input: CommandInput, command: AnyCommand, stream: Stream): Promise<Difference | undefined> {
    const { aggregate } = this.catalogue.commands.get(input.type)!;
    const own = liveOf(stream, aggregate);
    const imports = importsOf(input, own);
    if (imports.length === 0) return undefined;
    const isSame =
      imports.length === 1
        ? await this.isFirst({ ...input, commandId: imports[0]! }, command, own)
        : idOf(input, imports.length - 1) === imports.at(-1);
    if (isSame) return undefined;

    const rule = aggregate.updates.get(input.type);
    if (!rule) return {};
    const update = rule(command, own);
    return update && { update: this.updateOf(input, update.type, update.fields, imports.length) };
  }

  /** The command under another id if its record has been withdrawn since it was carried out, so that it can be again. */
  anew(input: CommandInput, own: Stream): (CommandInput & Correlated) | undefined {
    const left = liveOf(own, this.catalogue.commands.get(input.type)!.aggregate);
    const isCarriedOut = ({ commandId }: RecordedEvent) => commandId === input.commandId;
    if (left.some(isCarriedOut) || !own.some(isCarriedOut)) return undefined;
    const commandId = commandIdOfUpdate(input.commandId, own.length - left.length, 'withdrawn');
    return { ...input, commandId, correlationId: input.commandId };
  }

  /** Whether the rules make the same events of the command as they did, on what was known then. */
  private async isFirst(input: CommandInput, command: AnyCommand, own: readonly RecordedEvent[]): Promise<boolean> {
    const { aggregate } = this.catalogue.commands.get(input.type)!;
    const at = own.findIndex(({ commandId }) => commandId === input.commandId);
    const before = own.slice(0, at);
    const past = await pastOf(this.log, { aggregate, command, own: before }, own[at]!);
    try {
      const decided = aggregate.decide(command, past, new Date(command.origin.occurredAt));
      return sameContent(
        decided.map(contentOf),
        own.filter(({ commandId }) => commandId === input.commandId).map(contentOf),
      );
    } catch (error) {
      if (!(error instanceof Rejection) || error.problem === MERGED) throw error;
      return past.known.size > 0; // the context may have changed since
    }
  }

  private updateOf(input: CommandInput, type: string, fields: object, number: number) {
    const { fields: known } = (this.catalogue.commands.get(type) as CatalogueCommand).command;
    const reason = input.body['reason'] ?? `Changed in the import ${input.source.replace('import:', '')}`;
    return {
      ...{ type, commandId: idOf(input, number), correlationId: input.commandId, source: input.source },
      body: {
        ...('source' in known ? { source: input.source } : {}),
        ...(fields as Readonly<Record<string, Json>>),
        reason,
      },
    };
  }
}

const MERGED = customerProblems.type('CustomerMerged');

/** Into whom the customer of a stream is merged; `null` for other streams, too. */
const survivorIn = (stream: Stream): string | null =>
  fold({ initial: NOT_KNOWN, evolve: knownCustomer }, stream).survivorId;

const liveOf = (own: Stream, { undoable }: Pick<Aggregate, 'undoable'>): Stream =>
  undoable ? sinceWithdrawal(own, undoable) : own;

/** The ids of the commands that imports of the key have carried out, in their order. */
const importsOf = ({ commandId, source }: CommandInput, own: readonly RecordedEvent[]): readonly string[] => [
  ...new Set(
    own.filter((event) => event.correlationId === commandId && event.source === source).map((event) => event.commandId),
  ),
];

const idOf = ({ type, commandId, body }: CommandInput, number: number) =>
  commandIdOfUpdate(commandId, number, [type, body]);

const contentOf = ({ type, data }: Event) => ({ type, data });
