import { addressOf, Answers, Needs, Public, Summary } from '@annals/http';
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KnownRequest } from './access.guard.js';
import { AllowOneTime, LetsIn } from './access.js';
import type { User } from './account.js';
import { Credentials, NewPassword } from './session.controller.js';
import { refuseOtherSites, sendCookie } from './session-cookie.js';
import { SignIn } from './sign-in.js';

/** Who is signed in. While `mustChangePassword` holds, the session can only be used to change the password. */
export type CurrentSession = { readonly user: User; readonly mustChangePassword: boolean };

/** Sessions for pages in a browser: the credential is in a cookie that scripts cannot read, and not in the answer. */
@ApiTags('session')
@Controller('v1/session')
export class CookieSessionController {
  constructor(private readonly signIn: SignIn) {}

  @AllowOneTime()
  @Needs('signed-in')
  @Get()
  @Answers('CurrentSession')
  @Summary({ en: 'Get who is signed in', zh: '查看当前登录的用户' })
  current(@Req() { user, identity }: KnownRequest): CurrentSession {
    return { user, mustChangePassword: identity.oneTime };
  }

  @Public()
  @LetsIn()
  @Post('cookie')
  @HttpCode(200)
  @Answers('CurrentSession')
  @Summary({
    en: 'Sign in from a browser; the session is kept in a cookie that scripts cannot read',
    zh: '在浏览器中登录；会话保存在脚本无法读取的 Cookie 中',
  })
  async open(
    @Body() { name, password }: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CurrentSession> {
    refuseOtherSites(request);
    const { oneTime, ...credential } = await this.signIn.signInByCookie(name, password, addressOf(request));
    sendCookie(request, reply, credential);
    return { user: credential.user, mustChangePassword: oneTime };
  }

  @AllowOneTime()
  @Needs('signed-in')
  @Post('cookie/password')
  @HttpCode(200)
  @Answers('CurrentSession')
  @Summary({
    en: 'Change your password from a browser; all other sessions end',
    zh: '在浏览器中修改自己的密码，其他会话随即终止',
  })
  async changePassword(
    @Body() { currentPassword: current, newPassword: next }: NewPassword,
    @Req() request: KnownRequest & FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CurrentSession> {
    refuseOtherSites(request);
    const credential = await this.signIn.changePasswordByCookie(request.user.id, { current, next }, addressOf(request));
    sendCookie(request, reply, credential);
    return { user: credential.user, mustChangePassword: false };
  }
}
