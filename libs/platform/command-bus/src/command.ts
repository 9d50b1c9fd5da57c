import type { Origin, Receipt } from '@annals/event-sourcing';
import { Command } from '@nestjs/cqrs';
import { Allow, Equals, IsInt, IsNotEmpty, IsString, MaxLength, Min } from 'class-validator';
import { MayBeAbsent } from './presence.js';
import { IsPastInstant } from './past-instant.js';

/** Named, because the declaration file of a command class has to name what the class extends. */
export type CommandBase<Name extends string> = abstract new () => Command<Receipt> & {
  readonly type: Name;
  readonly origin: Origin;
  readonly occurredAt?: string;
  readonly reason?: string;
  readonly expectedRevision?: number;
};

/** Base of every command: `class FileComplaint extends command('FileComplaint') { … }`. Its bus answer is a `Receipt`. */
export const command = <Name extends string>(type: Name): CommandBase<Name> => {
  abstract class Typed extends Command<Receipt> {
    @Equals(type) readonly type: Name = type;
    /** Set by the server, whatever a caller sends. */
    @Allow() readonly origin!: Origin;
    /** When it happened, if not now. */
    @MayBeAbsent() @IsPastInstant() readonly occurredAt?: string;
    /** Why; it is kept with every event that the command causes. */
    @MayBeAbsent() @IsString() @IsNotEmpty() @MaxLength(200) readonly reason?: string;
    /** The revision of the stream that the caller has seen; `If-Match` says the same. */
    @MayBeAbsent() @IsInt() @Min(-1) readonly expectedRevision?: number;
  }
  return Typed;
};
