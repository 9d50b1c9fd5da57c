import { MayBeAbsent } from '@annals/command-bus';
import { IsBoolean, IsString, Matches, MaxLength } from 'class-validator';

export class RetryKey {
  /** For the program's log. */
  @MayBeAbsent() @IsString() @MaxLength(1_000) readonly reason?: string;
}

export class SkipEvent {
  /** Why the view may do without the event; kept with the decision. */
  @IsString() @MaxLength(1_000) @Matches(/\S/) readonly reason!: string;
}

export class RebuildProjection extends RetryKey {}

export class RollBackProjection extends RetryKey {
  /** Removes the previous collection instead of serving it. */
  @MayBeAbsent() @IsBoolean() readonly drop?: boolean;
}
