import { commandIdOfUpdate, type AnyCommand } from '@annals/command-bus';
import { commandFrom } from '@annals/command-bus/forms';
import { PreconditionFailed, Rejection, RevisionConflict, type EventStore, type Receipt } from '@annals/event-sourcing';
import { undoOf, type UndoCommand, type UndoOutcome, type UndoPorts } from '@annals/importing';
import type { Catalogue } from '@annals/slice';
import type { CommandBus } from '@nestjs/cqrs';

type Undoing = {
  readonly bus: Pick<CommandBus, 'execute'>;
  readonly log: EventStore;
  readonly catalogue: Pick<Catalogue, 'aggregates' | 'commands' | 'places'>;
  /** The import. */
  readonly job: string;
  /** Who undoes it. */
  readonly actor: string;
};

/** What the undo of an import needs: the rules of all slices, and commands that say what they undo. */
export const undoPortsOf = ({ bus, log, catalogue, job, actor }: Undoing): UndoPorts => {
  const { aggregates, commands, places } = catalogue;
  const facts = new Set(aggregates.flatMap(({ folds }) => folds[0]!.types));
  const commandOf = ({ type, fields, name, expectedRevision }: UndoCommand): AnyCommand => {
    const reason = `Undo of the import ${job}`;
    const origin = {
      ...{ commandId: commandIdOfUpdate(name, 0, undoOf(job)), correlationId: name, causationId: undoOf(job) },
      ...{ actor, source: 'import-undo', occurredAt: new Date().toISOString(), reason },
    };
    const form = commands.get(type)!.command;
    return commandFrom({ ...fields, expectedRevision, reason }, form, origin);
  };
  return {
    log,
    undoables: aggregates.flatMap(({ undoable }) => undoable ?? []),
    isFact: (type) => facts.has(type),
    customerOf: places().customerOf,
    send: async (command): Promise<UndoOutcome> => {
      try {
        await bus.execute<AnyCommand, Receipt>(commandOf(command));
        return { status: 'done' };
      } catch (error) {
        if (error instanceof PreconditionFailed || error instanceof RevisionConflict) return { status: 'overtaken' };
        if (error instanceof Rejection) return { status: 'refused', code: error.code, message: error.sentence };
        throw error;
      }
    },
  };
};
