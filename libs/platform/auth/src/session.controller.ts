import { addressOf, Answers, Example, Needs, Public, Summary } from '@annals/http';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KnownRequest } from './access.guard.js';
import { AllowOneTime, LetsIn } from './access.js';
import { endCookie } from './session-cookie.js';
import type { SessionEntry } from './session-entry.js';
import { sessionProblems } from './session.problems.js';
import { Sessions, type SessionAnswer } from './sessions.js';
import { SignIn } from './sign-in.js';

export class Credentials {
  @IsString() @Length(1, 200) @Example('li.na') readonly name!: string;
  @IsString() @MaxLength(1_000) @Example('ta38d-vkr2g-rgqib') readonly password!: string;
}

export class Refresh {
  @IsString() @MaxLength(200) @Example('ref_5f0c') readonly refreshToken!: string;
}

export class NewPassword {
  @IsString() @MaxLength(1_000) @Example('ta38d-vkr2g-rgqib') readonly currentPassword!: string;
  @IsString() @Length(12, 1_000) @Example('choose your own words') readonly newPassword!: string;
}

@ApiTags('session')
@Controller('v1/session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
  ) {}

  @Public()
  @LetsIn()
  @Post()
  @HttpCode(200)
  @Answers('SessionAnswer')
  @Summary({ en: 'Sign in', zh: '登录' })
  open(@Body() { name, password }: Credentials, @Req() request: FastifyRequest): Promise<SessionAnswer> {
    return this.signIn.signIn(name, password, addressOf(request));
  }

  @Public()
  @LetsIn()
  @Post('refresh')
  @HttpCode(200)
  @Answers('SessionAnswer')
  @Summary({
    en: 'Refresh the tokens; a refresh token that is used twice ends its session',
    zh: '刷新令牌；重复使用的刷新令牌会终止其会话',
  })
  refresh(@Body() { refreshToken }: Refresh): Promise<SessionAnswer> {
    return this.signIn.refresh(refreshToken);
  }

  @AllowOneTime()
  @Needs('signed-in')
  @Post('password')
  @HttpCode(200)
  @Answers('SessionAnswer')
  @Summary({ en: 'Change your password; all other sessions end', zh: '修改自己的密码，其他会话随即终止' })
  changePassword(@Req() request: KnownRequest & FastifyRequest, @Body() body: NewPassword): Promise<SessionAnswer> {
    const change = { current: body.currentPassword, next: body.newPassword };
    return this.signIn.changePassword(request.user.id, change, addressOf(request));
  }

  @Needs('signed-in')
  @Delete()
  @HttpCode(204)
  @Summary({ en: 'Sign out', zh: '退出登录' })
  async end(
    @Req() request: KnownRequest & FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { user, identity } = request;
    if (identity.session !== undefined) await this.sessions.end(user.id, identity.session);
    endCookie(request, reply);
  }

  @Needs('signed-in')
  @Delete('all')
  @HttpCode(204)
  @Summary({ en: 'Sign out of all sessions', zh: '退出所有会话' })
  async endAll(
    @Req() request: KnownRequest & FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(request.user.id);
    endCookie(request, reply);
  }
}

export type SessionList = { readonly items: readonly SessionEntry[] };

@ApiTags('session')
@Controller('v1/me/sessions')
export class SessionsController {
  constructor(private readonly sessions: Sessions) {}

  @Needs('signed-in')
  @Get()
  @Answers('SessionList')
  @Summary({ en: 'List your sessions, newest first', zh: '列出自己的会话（最新在前）' })
  async list(@Req() { user, identity }: KnownRequest): Promise<SessionList> {
    return { items: await this.sessions.list(user.id, identity.session) };
  }

  @Needs('signed-in')
  @Post(':sessionId/end')
  @HttpCode(204)
  @Summary({ en: 'End one of your sessions', zh: '结束自己的某个会话' })
  async end(@Param('sessionId') sessionId: string, @Req() { user }: KnownRequest): Promise<void> {
    const own = await this.sessions.list(user.id, undefined);
    if (!own.some((session) => session.sessionId === sessionId))
      sessionProblems.fail('SessionNotFound', { id: sessionId });
    await this.sessions.end(user.id, sessionId);
  }
}
