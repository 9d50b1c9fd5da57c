import { CommandGate } from '@annals/http';
import { SetMetadata } from '@nestjs/common';
import type { User } from './account.js';

export const ONE_TIME = 'annals:one-time';
export const LETS_IN = 'annals:lets-in';

/** The route also accepts a token obtained with a one-time password. */
export const AllowOneTime = () => SetMetadata(ONE_TIME, true);

/** The route authenticates callers, so its attempts are limited more strictly. */
export const LetsIn = () => SetMetadata(LETS_IN, true);

/** `path` is the pattern, such as `/v1/customers/:customerId`; `params` are its values. */
export type Route = {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** The right that the route names: see `Needs`. */
  readonly needs?: string | undefined;
};

/** Authorises every authenticated request: `admit` for commands, `allows` for other routes. */
export abstract class AccessPolicy extends CommandGate {
  abstract allows(user: User, route: Route): boolean | Promise<boolean>;
}

/** Every authenticated user may do everything. */
export class SignedInMayAll extends AccessPolicy {
  allows() {
    return true;
  }

  async expectRight() {}

  async admit() {}
}
