import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError } from 'rxjs';
import { ANONYMOUS } from './caller.js';
import { CommandGate } from './command-gate.js';
import type { CommandRequest } from './command-request.js';

/** Reduces errors of commands to what the caller may see. */
@Injectable()
export class RefusalInterceptor implements NestInterceptor {
  constructor(private readonly gate: CommandGate) {}

  intercept(context: ExecutionContext, next: CallHandler) {
    const { user = ANONYMOUS } = context.switchToHttp().getRequest<CommandRequest>();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        throw await this.gate.told(user, error);
      }),
    );
  }
}
