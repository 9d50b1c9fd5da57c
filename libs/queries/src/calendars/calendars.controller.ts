import { Configuration } from '@annals/configuration';
import { addressOf, Public, RateLimit, Summary } from '@annals/http';
import { isNamedIn } from '@annals/reading';
import { Controller, Get, Headers, Param, Req, Res } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { CalendarAddresses, type CalendarHolder } from './calendar-addresses.js';
import { CalendarFeed } from './calendar-feed.js';
import { calendarProblems } from './calendar.problems.js';

const ENDING = /\.ics$/;

/** Calendars for programs that cannot sign in: the secret in the address takes its place. */
@ApiTags('tasks')
@Controller('v1/calendars')
export class CalendarsController {
  private readonly limit: RateLimit;

  constructor(
    private readonly addresses: CalendarAddresses,
    private readonly feed: CalendarFeed,
    { rateLimit }: Configuration,
  ) {
    this.limit = new RateLimit('requests', rateLimit);
  }

  @Public()
  @Get(':address')
  @ApiProduces('text/calendar')
  @Summary(
    { en: 'Get the tasks of a user as a calendar (RFC 5545)', zh: '以日历形式获取用户的任务（RFC 5545）' },
    {
      en: 'Tasks assigned to the user from 90 days ago until a year ahead, with their reminders. Answers 404 once the address is revoked or the user has left.',
      zh: '指派给用户的任务，范围为过去 90 天至未来一年，含提醒。地址撤销或用户离职后返回 404。',
    },
  )
  async read(
    @Param('address') address: string,
    @Headers('If-None-Match') known: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const holder = await this.holder(address, request, reply);
    const { protocol, host } = request;
    const text = await this.feed.of(holder, `${protocol}://${host}`);
    if (text === undefined) throw calendarProblems.problem('CalendarNotFound');
    const tag = `"${createHash('sha1').update(text).digest('base64url')}"`;
    void reply.headers({ ETag: tag, 'Cache-Control': 'private, no-cache' });
    if (isNamedIn(known, tag)) return void reply.status(304);
    void reply.type('text/calendar; charset=utf-8');
    return text;
  }

  /** What is no address is counted by where it comes from, as a wrong credential is. */
  private async holder(address: string, request: FastifyRequest, reply: FastifyReply): Promise<CalendarHolder> {
    const from = addressOf(request);
    this.limit.expectRoom(from, reply);
    const holder = ENDING.test(address) ? await this.addresses.holder(address.replace(ENDING, '')) : undefined;
    this.limit.take(holder ? `calendar:${holder.addressId}` : from, reply);
    if (!holder) throw calendarProblems.problem('CalendarNotFound');
    return holder;
  }
}
