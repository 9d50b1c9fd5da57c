import type { Commands } from '@annals/http';
import type { ProjectionRunner } from '@annals/projecting';
import type { DynamicModule, Type } from '@nestjs/common';

/** What a process consists of. */
export type Parts = {
  readonly modules: readonly (Type | DynamicModule)[];
  /** The commands that the bulk route accepts, by type; without it the process has no bulk route. */
  readonly commands?: Commands;
  /** Keeps the views up to date, if this process does. */
  readonly runner?: ProjectionRunner;
};
