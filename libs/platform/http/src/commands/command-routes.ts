import type { AnyCommandClass } from '@annals/command-bus';
import type { Receipt } from '@annals/event-sourcing';
import {
  Controller,
  HttpCode,
  Optional,
  Post,
  Req,
  Res,
  SetMetadata,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ANONYMOUS } from './caller.js';
import { CommandGate } from './command-gate.js';
import { commandIn, senderOf, type CommandRequest } from './command-request.js';
import { answerWith } from './receipt.js';
import { notesOn, ReceiptNotes } from './receipt-notes.js';
import { Deprecated, deprecationHeaders, REVISION_IN_BODY } from '../openapi/deprecation.js';
import { Answers, COMMAND } from '../openapi/route-marks.js';
import { Summary } from '../openapi/summary.js';

/** The declaration of the command of a route; `undefined` for other routes. */
export const commandFormOf = (context: ExecutionContext): AnyCommandClass | undefined =>
  Reflect.getMetadata(COMMAND, context.getHandler()) as AnyCommandClass | undefined;

type Routes = { readonly bus: CommandBus; readonly gate: CommandGate; readonly notes?: ReceiptNotes | undefined };

/** A controller with the routes of commands; `tag` groups them in the API documentation. */
export const commandRoutes = (tag: string, commands: readonly AnyCommandClass[]): Type => {
  @ApiTags(tag)
  @Controller('v1')
  class CommandRoutes implements Routes {
    constructor(
      readonly bus: CommandBus,
      readonly gate: CommandGate,
      @Optional() readonly notes?: ReceiptNotes,
    ) {}
  }
  for (const command of commands) if (command.route) define(CommandRoutes, command, command.route);
  return CommandRoutes;
};

const saysRevision = ({ body }: CommandRequest) =>
  ((body ?? {}) as { readonly expectedRevision?: unknown }).expectedRevision != null;

const define = (
  controller: Type<Routes>,
  command: AnyCommandClass,
  { post, summary, description, deprecated }: NonNullable<AnyCommandClass['route']>,
) => {
  const prototype = controller.prototype as object;
  const { type } = command;
  const methods = {
    // Nest identifies a route by the name of its method.
    async [type](this: Routes, request: CommandRequest, reply: FastifyReply) {
      try {
        const sent = commandIn(request, command);
        if (saysRevision(request)) void reply.headers(deprecationHeaders(REVISION_IN_BODY));
        const notes = await notesOn(sent, this.notes, senderOf(request));
        return answerWith(await this.bus.execute(sent as Command<Receipt>), notes, request, reply);
      } catch (error) {
        throw await this.gate.redactFor(request.user ?? ANONYMOUS, error);
      }
    },
  };
  Object.defineProperty(prototype, type, { value: methods[type] });
  Req()(prototype, type, 0);
  Res({ passthrough: true })(prototype, type, 1);
  const decorators = [
    Post(post),
    HttpCode(200),
    SetMetadata(COMMAND, command),
    Answers('ReceiptAnswer'),
    Summary(summary, description),
    ...(deprecated ? [Deprecated(deprecated)] : []),
  ];
  const descriptor = Object.getOwnPropertyDescriptor(prototype, type)!;
  for (const decorate of decorators) decorate(prototype, type, descriptor);
};
