import { RequestCaller } from '@annals/access';
import { describeFault, httpProblemOf, isFault, languageOf, problemOf, QueryEndpoint, Summary } from '@annals/http';
import type { Caller, HttpProblem } from '@annals/http';
import { engineFaultIn } from '@annals/event-sourcing';
import type { KnownRequest } from '@annals/auth';
import { Controller, Inject, Logger, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventAccess } from './access.js';
import { EventFeed, type EventPage } from './feed.js';
import type { Lens } from './lens.js';
import { EventsQuery, typesIn } from './events.query.js';
import { queryProblems } from '../queries.problems.js';

const STREAM = {
  'Cache-Control': 'no-store',
  Connection: 'close', // or the server could not close for as long as it keeps connections alive
  'X-Accel-Buffering': 'no', // or a proxy would hold events back
};

/** Provider token of the types of events that there are. */
export const EVENT_TYPES = Symbol('Types of events');

const SUMMARY = {
  en: 'List events after a position, in log order, as a page or as server-sent events',
  zh: '按日志顺序读取某位置之后的事件，可分页或以 SSE 推送',
};

const DESCRIPTION = {
  en: 'With `Accept: text/event-stream` the events go on as they are recorded: `id` is the position, `data` the event. A stream that ends, because the credential or the right has ended, the log does not answer or the server stops, sends `event: problem` first, with a `Problem` as `data`; connect again with `Last-Event-ID`.',
  zh: '使用 `Accept: text/event-stream` 时持续推送新事件：`id` 为位置，`data` 为事件。凭证或权限失效、日志无响应或服务器停止时，结束前先发送 `event: problem`，其 `data` 为 `Problem`；请以 `Last-Event-ID` 重新连接。',
};

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  private readonly log = new Logger(EventsController.name);

  constructor(
    private readonly feed: EventFeed,
    private readonly access: EventAccess,
    @Inject(EVENT_TYPES) private readonly known: readonly string[],
  ) {}

  /** `Accept: text/event-stream` asks for the same as server-sent events that go on; `Last-Event-ID` resumes. */
  @QueryEndpoint('', SUMMARY, 'events.read', 'EventPage')
  @Summary(SUMMARY, DESCRIPTION)
  @ApiProduces('application/json', 'text/event-stream')
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Where a stream goes on; it outdoes `after`.' })
  async read(
    @Query() query: EventsQuery,
    @RequestCaller() caller: Caller,
    @Req() request: FastifyRequest & Partial<KnownRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EventPage | StreamableFile> {
    const types = typesIn(query, this.known);
    const lens = this.access.lens(caller);
    if (!wantsStream(request.headers.accept)) return this.feed.page(query.after, query.limit, types, lens);

    const after = positionOf(request.headers['last-event-id']) ?? query.after;
    await this.feed.expectReached(after);
    const confirmed: Lens = async (events) => {
      await request.confirm?.();
      return lens(events);
    };
    const language = languageOf(request.headers['accept-language']);
    const told = (error: unknown) => problemOf(this.noted(error), language, request.id);
    const stream = this.feed.stream(after, types, reply.raw, { lens: confirmed, reader: caller.id, problemOf: told });
    void reply.headers(STREAM);
    return new StreamableFile(stream, { type: 'text/event-stream' });
  }

  /** A fault of an engine was logged where it occurred. */
  private noted(error: unknown): HttpProblem {
    const problem = httpProblemOf(error);
    if (isFault(problem) && !engineFaultIn(error)) this.log.error(describeFault(error));
    return problem;
  }
}

// Generated clients accept every media type of the description, and read a page.
const wantsStream = (accept = '') => accept.includes('text/event-stream') && !accept.includes('application/json');

const positionOf = (lastEventId: string | string[] | undefined): number | undefined => {
  if (!lastEventId) return undefined;
  if (typeof lastEventId !== 'string' || !/^\d{1,15}$/.test(lastEventId))
    throw queryProblems.problem('LastEventIdInvalid', { header: 'Last-Event-ID' });
  return Number(lastEventId);
};
