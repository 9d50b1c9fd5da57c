import type { AnyCommandClass } from '@annals/command-bus';
import { addressOf, requestedBy, commandFormOf, commandIn, NEEDS, PUBLIC, type CommandRequest } from '@annals/http';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { AccessPolicy, LETS_IN, ONE_TIME, type Route } from './access.js';
import type { User } from './account.js';
import { authProblems } from './auth.problems.js';
import { Authenticator, cookieOf, type Identity } from './authenticator.js';
import { Limits } from './limits.js';
import { refuseOtherSites } from './session-cookie.js';

/** What the guard adds to a request. */
export type KnownRequest = {
  readonly user: User;
  readonly identity: Identity;
  /** For answers that go on: throws `HttpProblem` 401 `NotAuthenticated` once the credential has ended. */
  readonly confirm: () => Promise<void>;
};

type Request = CommandRequest & { -readonly [K in keyof KnownRequest]?: KnownRequest[K] };

/** Authenticates, rate-limits and authorises every route that is not marked public. Adds the caller to the request. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly limits: Limits,
    private readonly policy: AccessPolicy,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const [request, reply] = [http.getRequest<Request>(), http.getResponse<FastifyReply>()];
    if (this.marked(LETS_IN, context)) this.limits.signIns.take(addressOf(request), reply);
    if (this.marked(PUBLIC, context)) return true;
    const identity = await this.identified(request, reply);
    if (identity.oneTime && !this.marked(ONE_TIME, context)) throw authProblems.problem('PasswordChangeRequired');
    const confirm = async () => {
      if (!(await this.authenticator.identify(request))) throw authProblems.problem('NotAuthenticated');
    };
    Object.assign(request, { identity, user: identity.user, confirm });
    await this.expectAllowed(identity.user, request, context);
    return true;
  }

  /** Unauthenticated callers and sign-in attempts are counted by address. */
  private async identified(request: Request, reply: FastifyReply): Promise<Identity> {
    const { requests } = this.limits;
    const address = addressOf(request);
    requests.expectRoom(address, reply);
    if (cookieOf(request) !== undefined) refuseOtherSites(request);
    const identity = await this.authenticator.identify(request);
    requests.take(identity?.caller ?? address, reply);
    if (!identity) throw authProblems.problem('NotAuthenticated');
    return identity;
  }

  private async expectAllowed(user: User, request: Request, context: ExecutionContext) {
    const form = commandFormOf(context);
    if (form) await this.admit(user, form, request);
    else if (!(await this.policy.allows(user, this.routeOf(request, context))))
      throw authProblems.problem('NotAllowed');
  }

  private async admit(user: User, form: AnyCommandClass, request: Request) {
    await this.policy.expectRight(user, form.type);
    await this.policy.admit(user, requestedBy(request, form));
    commandIn(request, form);
  }

  private routeOf({ method, routeOptions, params }: Request, context: ExecutionContext): Route {
    const needs = this.reflector.getAllAndOverride<string | undefined>(NEEDS, [
      context.getHandler(),
      context.getClass(),
    ]);
    return { method, path: routeOptions.url ?? '', params: params as Record<string, string>, needs };
  }

  private marked(mark: string, context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(mark, [context.getHandler(), context.getClass()]) === true;
  }
}
