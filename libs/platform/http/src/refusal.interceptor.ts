import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { catchError } from 'rxjs';
import { ANONYMOUS } from './caller.js';
import { CommandGate } from './command-gate.js';
import type { CommandRequest } from './command-request.js';

/** Why a command was refused, as far as the caller may know. */
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
