import { askedCommand, HttpProblem, PUBLIC } from '@annals/http';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AccessPolicy, ONE_TIME, type Route } from './access.js';
import { type Account, type User, userOf } from './account.js';
import { SignIn } from './sign-in.js';

type Request = FastifyRequest & { user?: User };

/** No token, no entry, unless a route says otherwise. Sets `user` on the request. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignIn,
    private readonly policy: AccessPolicy,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.marked(PUBLIC, context)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const account = await this.accountOf(request);
    if (account.oneTime && !this.marked(ONE_TIME, context)) throw new HttpProblem(403, 'PasswordChangeRequired');
    const user = userOf(account);
    request.user = user;
    const command = askedCommand(context);
    if (command) await this.policy.admit(user, command);
    else if (!(await this.policy.allows(user, routeOf(request)))) throw new HttpProblem(403, 'NotAllowed');
    return true;
  }

  private async accountOf({ headers }: Request): Promise<Account> {
    const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(headers.authorization ?? '') ?? [];
    const account = token && (await this.signIn.accountOf(token));
    if (!account) throw new HttpProblem(401, 'NotAuthenticated');
    return account;
  }

  private marked(mark: string, context: ExecutionContext): boolean {
    return this.reflector.getAllAndOverride<boolean>(mark, [context.getHandler(), context.getClass()]) === true;
  }
}

const routeOf = ({ method, routeOptions, params }: Request): Route => ({
  method,
  path: routeOptions.url ?? '',
  params: params as Record<string, string>,
});
