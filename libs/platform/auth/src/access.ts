import { CommandGate } from '@annals/http';
import { SetMetadata } from '@nestjs/common';
import type { User } from './account.js';

export const ONE_TIME = 'annals:one-time';
export const LETS_IN = 'annals:lets-in';

/** A token from a one-time password is good for this route, too. */
export const AllowOneTime = () => SetMetadata(ONE_TIME, true);

/** The route is where people and programs are let in, and is not to be tried often. */
export const LetsIn = () => SetMetadata(LETS_IN, true);

/** `path` is the pattern, such as `/v1/customers/:customerId`; `params` are the values in it. */
export type Route = {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** The right that the route names: see `Needs`. */
  readonly needs?: string | undefined;
};

/** Who may do what. Asked for every request that carries a good token: `admit` for commands, `allows` for other routes. */
export abstract class AccessPolicy extends CommandGate {
  abstract allows(user: User, route: Route): boolean | Promise<boolean>;
}

/** Whoever has signed in may do everything. */
export class SignedInMayAll extends AccessPolicy {
  allows() {
    return true;
  }

  async expectRight() {}

  async admit() {}
}
