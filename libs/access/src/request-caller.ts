import { ANONYMOUS, type Caller, type CommandRequest } from '@annals/http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** The `Caller` of a request; without authentication, an anonymous one without rights. */
export const RequestCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Caller =>
    context.switchToHttp().getRequest<CommandRequest>().user ?? ANONYMOUS,
);
