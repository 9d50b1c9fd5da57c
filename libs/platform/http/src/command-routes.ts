import type { AnyCommandClass } from '@annals/command-bus';
import type { Receipt } from '@annals/event-sourcing';
import {
  Controller,
  createParamDecorator,
  HttpCode,
  Post,
  SetMetadata,
  UseInterceptors,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { commandIn, type CommandRequest } from './command-request.js';
import { ReceiptInterceptor } from './receipt.interceptor.js';
import { RefusalInterceptor } from './refusal.interceptor.js';
import { Answers, COMMAND } from './route-marks.js';
import { Summary } from './summary.js';

/** The declaration of the command of a route; `undefined` for other routes. */
export const commandFormOf = (context: ExecutionContext): AnyCommandClass | undefined =>
  Reflect.getMetadata(COMMAND, context.getHandler()) as AnyCommandClass | undefined;

const TheCommand = createParamDecorator((_: unknown, context: ExecutionContext) =>
  commandIn(context.switchToHttp().getRequest<CommandRequest>(), commandFormOf(context)!),
);

/** A controller with the routes of commands; `tag` groups them in the API documentation. */
export const commandRoutes = (tag: string, commands: readonly AnyCommandClass[]): Type => {
  @ApiTags(tag)
  @Controller('v1')
  @UseInterceptors(ReceiptInterceptor, RefusalInterceptor)
  class CommandRoutes {
    constructor(readonly bus: CommandBus) {}
  }
  for (const command of commands) if (command.route) define(CommandRoutes, command, command.route);
  return CommandRoutes;
};

const define = (
  controller: Type<{ readonly bus: CommandBus }>,
  command: AnyCommandClass,
  { post, summary, description }: NonNullable<AnyCommandClass['route']>,
) => {
  const prototype = controller.prototype as object;
  const { type } = command;
  const methods = {
    // Nest identifies a route by the name of its method.
    [type](this: { readonly bus: CommandBus }, admitted: Command<Receipt>) {
      return this.bus.execute(admitted);
    },
  };
  Object.defineProperty(prototype, type, { value: methods[type] });
  TheCommand()(prototype, type, 0);
  const decorators = [
    Post(post),
    HttpCode(200),
    SetMetadata(COMMAND, command),
    Answers('ReceiptAnswer'),
    Summary(summary, description),
  ];
  const descriptor = Object.getOwnPropertyDescriptor(prototype, type)!;
  for (const decorate of decorators) decorate(prototype, type, descriptor);
};
