import type { Answer } from '@annals/projecting';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map } from 'rxjs';

/** An `Answer` becomes its value; how far the view had read goes to the header. Whatever else a handler returns stays. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    return next.handle().pipe(
      map((result: unknown) => {
        if (!isAnswer(result)) return result;
        const reply = context.switchToHttp().getResponse<FastifyReply>();
        void reply.header('Annals-Position', `${result.position}`);
        if (result.stale) void reply.header('Annals-Stale', 'true');
        return result.value;
      }),
    );
  }
}

const isAnswer = (result: unknown): result is Answer<unknown> =>
  typeof result === 'object' && result !== null && 'value' in result && 'position' in result && 'stale' in result;
