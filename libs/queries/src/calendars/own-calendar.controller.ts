import { RequestCaller } from '@annals/access';
import { Answers, languageOf, Needs, Summary, type Caller, type CommandRequest } from '@annals/http';
import { Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalendarAddresses } from './calendar-addresses.js';

/** When the address of your calendar was created; `null` if there is none. */
export type OwnCalendar = { readonly createdAt: string | null };

export type CalendarAddress = {
  /**
   * The path of the calendar, which is shown only once. Everyone who has it can read your tasks.
   * @example /v1/calendars/cal_5f0c.ics
   */
  readonly path: string;
  readonly createdAt: string;
};

const NEEDS = 'tasks.read';

/** The address at which a calendar reads the tasks of its user. */
@ApiTags('tasks')
@Controller('v1/me/calendar')
export class OwnCalendarController {
  constructor(private readonly addresses: CalendarAddresses) {}

  @Needs(NEEDS)
  @Get()
  @Answers('OwnCalendar')
  @Summary({ en: 'Get whether your calendar has an address', zh: '查看自己的日历是否已有订阅地址' })
  async find(@RequestCaller() { id }: Caller): Promise<OwnCalendar> {
    return { createdAt: await this.addresses.createdAt(id) };
  }

  @Needs(NEEDS)
  @Post()
  @Answers('CalendarAddress')
  @Summary(
    { en: 'Create a secret address for your calendar', zh: '为自己的日历生成保密地址' },
    {
      en: 'Calendar programs subscribe to it without signing in. A new address replaces the one before.',
      zh: '日历程序无需登录即可订阅。新地址会替换原有地址。',
    },
  )
  async create(@RequestCaller() { id }: Caller, @Req() { headers }: CommandRequest): Promise<CalendarAddress> {
    const { token, createdAt } = await this.addresses.create(id, languageOf(headers['accept-language']));
    return { path: `/v1/calendars/${token}.ics`, createdAt };
  }

  @Needs('signed-in')
  @Delete()
  @HttpCode(204)
  @Summary({ en: 'Revoke the address of your calendar', zh: '撤销自己日历的地址' })
  async revoke(@RequestCaller() { id }: Caller): Promise<void> {
    await this.addresses.revoke(id);
  }
}
