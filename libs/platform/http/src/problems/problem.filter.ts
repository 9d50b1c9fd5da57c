import { engineFaultIn } from '@annals/event-sourcing';
import { Catch, Logger, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../commands/caller.js';
import type { AllowedMethods } from '../server/allowed-methods.js';
import { describeFault } from './fault.js';
import type { HttpProblem } from './http-problem.js';
import { requestProblems } from './http.problems.js';
import { httpProblemOf, isFault } from './problem.js';
import { Repeats } from './repeats.js';
import { RefusalLog } from './refusal-log.js';
import { sendProblem } from './send-problem.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger(ProblemFilter.name);
  private readonly repeats = new Repeats();
  private readonly refusals = new RefusalLog(this.log);

  constructor(private readonly allowed: AllowedMethods) {}

  catch(error: unknown, host: ArgumentsHost) {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest & { readonly user?: Caller }>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.routeProblem(error, request) ?? httpProblemOf(error);
    if (isFault(problem)) this.tell(error);
    this.refusals.tell(problem, request);
    if (reply.raw.writableEnded) return; // already answered
    if (reply.raw.headersSent) return reply.raw.destroy(); // a stream has started, so the only signal left is to close it
    return sendProblem(reply, problem, request.id);
  }

  /** A fault of an engine was logged where it occurred. */
  private tell(error: unknown) {
    const line = engineFaultIn(error) ? undefined : this.repeats.line(describeFault(error));
    if (line !== undefined) this.log.error(line);
  }

  private routeProblem(error: unknown, { is404, url }: FastifyRequest): HttpProblem | undefined {
    if (!is404 || !(error instanceof NotFoundException)) return undefined;
    const methods = this.allowed.at(url.split('?')[0]!);
    if (methods.length === 0) return requestProblems.problem('RouteNotFound');
    return requestProblems.problem('MethodNotAllowed', { allowed: methods }, { Allow: methods.join(', ') });
  }
}
