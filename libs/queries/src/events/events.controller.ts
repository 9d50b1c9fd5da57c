import { RequestCaller } from '@annals/access';
import { QueryEndpoint, type Caller } from '@annals/http';
import type { KnownRequest } from '@annals/auth';
import { Controller, Inject, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { EventAccess } from './access.js';
import { EventFeed, type EventPage, type Lens } from './feed.js';
import { EventsQuery, typesIn } from './events.query.js';
import { queryProblems } from '../queries.problems.js';

const STREAM = {
  'Cache-Control': 'no-store',
  Connection: 'close', // or the server could not close for as long as it keeps connections alive
  'X-Accel-Buffering': 'no', // or a proxy would hold events back
};

/** Provider token of the types of events that there are. */
export const EVENT_TYPES = Symbol('Types of events');

@ApiTags('events')
@Controller('v1/events')
export class EventsController {
  constructor(
    private readonly feed: EventFeed,
    private readonly access: EventAccess,
    @Inject(EVENT_TYPES) private readonly known: readonly string[],
  ) {}

  /** `Accept: text/event-stream` asks for the same as server-sent events that go on; `Last-Event-ID` resumes. */
  @QueryEndpoint(
    '',
    {
      en: 'List events after a position, in log order, as a page or as server-sent events',
      zh: '按日志顺序读取某位置之后的事件，可分页或以 SSE 推送',
    },
    'events.read',
    'EventPage',
  )
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
    const stream = this.feed.stream(after, types, reply.raw, { lens: confirmed, reader: caller.id });
    void reply.headers(STREAM);
    return new StreamableFile(stream, { type: 'text/event-stream' });
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
