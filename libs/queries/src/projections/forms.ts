import { MayBeAbsent } from '@annals/command-bus/forms';
import { expected } from '@annals/contracts-values';
import { IsBoolean, IsString, Matches, MaxLength } from 'class-validator';

const NOT_BLANK = { message: expected('a text that is not blank', '非空白文本') };

export class RetryKey {
  /** For the program's log. */
  @MayBeAbsent() @IsString() @MaxLength(1_000) readonly reason?: string;
}

export class SkipEvent {
  /** Why the view may do without the event; kept with the decision. */
  @IsString() @MaxLength(1_000) @Matches(/\S/, NOT_BLANK) readonly reason!: string;
}

export class RebuildProjection extends RetryKey {}

export class RollBackProjection extends RetryKey {
  /** Removes the previous collection instead of serving it. */
  @MayBeAbsent() @IsBoolean() readonly drop?: boolean;
}
