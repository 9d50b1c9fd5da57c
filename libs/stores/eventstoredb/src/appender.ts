import type { AppendResult, EventStoreDBClient } from '@eventstore/db-client';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { NO_STREAM } from '@annals/event-sourcing';
import { batchRequestOf } from './batch-request.js';
import type { Connection, Line } from './connection.js';
import { within } from './patience.js';
import { Pipe } from './pipe.js';
import type { Append } from './append.js';

const LARGE = 262_144; // bytes

/**
 * Sends appends, each once: over one call for all of a connection, which costs a third of a call for each. A large one has a call by
 * itself, because a message that the server does not even receive ends the call of all.
 */
export class Appender {
  private readonly pipes = new WeakMap<Line, Pipe>();

  constructor(private readonly connection: Connection) {}

  send(append: Append): Promise<AppendResult> {
    return this.connection.call(async (client, line) => {
      const request = batchRequestOf(append);
      if (request.size < LARGE && (await takesMany(client))) return this.pipeOf(line).append(request);
      return this.alone(client, append);
    });
  }

  private pipeOf(line: Line): Pipe {
    const known = this.pipes.get(line);
    if (known?.isOpen) return known;
    const pipe = Pipe.open(line, this.connection.patience);
    this.pipes.set(line, pipe);
    return pipe;
  }

  private alone(client: EventStoreDBClient, { stream, expected, events }: Append): Promise<AppendResult> {
    const { options, patience } = this.connection;
    const expectedRevision = expected === NO_STREAM ? 'no_stream' : BigInt(expected);
    return within(patience.answerWithin, client.appendToStream(stream, [...events], { ...options, expectedRevision }));
  }
}

/** Servers that refuse to say what they support take each append by itself. */
const takesMany = (client: EventStoreDBClient): Promise<boolean> =>
  client['supports'](StreamsService.batchAppend).catch(() => false);
