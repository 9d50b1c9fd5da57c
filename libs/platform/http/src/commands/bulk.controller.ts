import { withTime, type AnyCommand, type AnyCommandClass } from '@annals/command-bus';
import { commandFrom } from '@annals/command-bus/forms';
import type { Language, Receipt } from '@annals/event-sourcing';
import { Body, Controller, HttpCode, Inject, Logger, Optional, Post, Req, Res } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject } from 'class-validator';
import { Answers, Needs } from '../openapi/route-marks.js';
import { inOrderOfStreams, inTurns } from './bulk.js';
import { ANONYMOUS } from './caller.js';
import { requestedIn, CommandGate } from './command-gate.js';
import { fingerprintOf } from './fingerprint.js';
import { describeFault } from '../problems/fault.js';
import { traceOf, type CommandRequest } from './command-request.js';
import { commandProblems } from './command.problems.js';
import { languageOf } from '../server/language.js';
import { callersOrigin, originOf, type Claims } from './origin.js';
import { RefusalLog } from '../problems/refusal-log.js';
import { httpProblemOf, isFault, problemOf, type Problem } from '../problems/problem.js';
import { receiptAnswer, type ReceiptAnswer } from './receipt.js';
import { notesOn, ReceiptNotes } from './receipt-notes.js';
import { Summary } from '../openapi/summary.js';
import { tooLate } from '../server/time-limit.js';

/** Provider token of the commands that the bulk route accepts, by type: `Commands`. */
export const COMMANDS = Symbol('Commands');
export type Commands = ReadonlyMap<string, AnyCommandClass>;

/** `type` names the command; its fields and the values of headers (`commandId`, `correlationId`) are beside it. */
export class BulkRequest {
  static readonly entries = 'commands';

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(1_000) @IsObject({ each: true }) readonly commands!: readonly object[];
}

/** In the order of the commands. */
export type BulkAnswer = { readonly outcomes: readonly Outcome[] };
/** Of one command: its receipt or its problem. */
export type Outcome = { readonly receipt?: ReceiptAnswer; readonly problem?: Problem };

type Row = Claims & { readonly type?: unknown };

@ApiTags('commands')
@Controller('v1/commands')
export class BulkController {
  private readonly log = new Logger(BulkController.name);
  private readonly refusals = new RefusalLog(this.log);

  constructor(
    private readonly bus: CommandBus,
    @Inject(COMMANDS) private readonly commands: Commands,
    private readonly gate: CommandGate,
    @Optional() private readonly notes?: ReceiptNotes,
  ) {}

  @Needs('each')
  @Post()
  @HttpCode(200)
  @Answers('BulkAnswer')
  @Summary(
    { en: 'Carry out up to 1,000 commands, each with its own outcome', zh: '批量执行至多 1000 条命令，逐条返回结果' },
    {
      en: 'Each command has its `type` (the operation id of the command), the fields of its body and path, the id of what it creates and, optionally, `commandId` and `correlationId`. Commands about the same customer are carried out in order.',
      zh: '每条命令包含 `type`（该命令的操作标识）、请求体和路径中的字段、所创建对象的标识，以及可选的 `commandId` 和 `correlationId`。同一客户的命令按顺序执行。',
    },
  )
  async carryOut(
    @Body() { commands }: BulkRequest,
    @Req() request: CommandRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BulkAnswer> {
    expectKeys(request);
    const language = languageOf(request.headers['accept-language']);
    void reply.header('Content-Language', language);
    const checked = await inTurns(commands, (row, index) => this.checked(row, index, request));
    const outcomes = await inOrderOfStreams(checked, (command) => {
      if (reply.sent) throw tooLate(); // the client would not receive further outcomes
      return this.outcome(command, request, language);
    });
    return { outcomes };
  }

  private checked(row: Row, index: number, request: CommandRequest): object {
    const { headers, user } = request;
    try {
      const { commandId, correlationId, ...sent } = row;
      const { fields, time } = withTime(sent, request.days);
      const key = commandId ?? keyOf(headers['idempotency-key'], index);
      const of = correlationId ?? headers['x-correlation-id'];
      const claims = {
        ...time,
        reason: fields.reason,
        commandId: key,
        correlationId: of,
        traceparent: traceOf(request),
      };
      const origin = callersOrigin(claims, user?.id ?? 'anonymous', () => fingerprintOf(String(row.type), sent));
      return commandFrom(fields, this.formOf(row), origin);
    } catch (error) {
      return new Refused(error);
    }
  }

  private formOf({ type }: Row): AnyCommandClass {
    const form = typeof type === 'string' ? this.commands.get(type) : undefined;
    if (!form?.route) throw commandProblems.problem('CommandUnknown', { type });
    return form;
  }

  private async outcome(command: object, request: CommandRequest, language: Language): Promise<Outcome> {
    const { user: caller = ANONYMOUS } = request;
    try {
      if (command instanceof Refused) throw command.reason;
      await this.gate.expectRight(caller, (command as AnyCommand).type);
      await this.gate.admit(caller, requestedIn(command as AnyCommand));
      const notes = await notesOn(command as AnyCommand, this.notes, { caller, language });
      const receipt = await this.bus.execute(command as Command<Receipt>);
      return { receipt: { ...receiptAnswer(receipt, language), ...notes } };
    } catch (error) {
      const problem = httpProblemOf(await this.gate.redactFor(caller, error));
      if (isFault(problem)) this.log.error(describeFault(error));
      this.refusals.tell(problem, request, (command as Partial<AnyCommand>).type);
      return { problem: problemOf(problem, language) };
    }
  }
}

/** The outcome of an invalid command. */
class Refused {
  constructor(readonly reason: unknown) {}
}

/** A problem of the whole request, which is not repeated for every command. */
const expectKeys = ({ headers }: CommandRequest) =>
  originOf({ commandId: headers['idempotency-key'], correlationId: headers['x-correlation-id'] }, '');

// A repeated bulk request with the same key contains the same commands.
const keyOf = (key: string | string[] | undefined, index: number) =>
  typeof key === 'string' ? `${key}/${index}` : undefined;
