import { expected } from '@annals/contracts-values';
import { Example, Labelled } from '@annals/http';
import { IsBoolean, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

const REASON = { en: 'Reason', zh: '原因' };
const NOT_BLANK = { message: expected('a text that is not blank', '非空白文本') };

export class RetryKey {
  /** For the program's log. */
  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  @Example('The document is corrected.')
  @Labelled(REASON)
  readonly reason?: string | null;
}

export class SkipEvent {
  /** Why the view may do without the event; kept with the decision. */
  @IsString()
  @MaxLength(1_000)
  @Matches(/\S/, NOT_BLANK)
  @Example('The customer was deleted.')
  @Labelled(REASON)
  readonly reason!: string;
}

export class RebuildProjection extends RetryKey {}

export class RollBackProjection extends RetryKey {
  /** Removes the previous collection instead of serving it. */
  @IsOptional() @IsBoolean() readonly drop?: boolean | null;
}
