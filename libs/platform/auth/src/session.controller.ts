import { Answers, Needs, Public } from '@annals/http';
import { Body, Controller, Delete, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import type { KnownRequest } from './access.guard.js';
import { AllowOneTime, LetsIn } from './access.js';
import { Sessions, type SessionAnswer } from './sessions.js';
import { SignIn } from './sign-in.js';

export class Credentials {
  @IsString() @Length(1, 200) readonly name!: string;
  @IsString() @MaxLength(1_000) readonly password!: string;
}

export class Refresh {
  @IsString() @MaxLength(200) readonly refreshToken!: string;
}

export class NewPassword {
  @IsString() @MaxLength(1_000) readonly currentPassword!: string;
  @IsString() @Length(12, 1_000) readonly newPassword!: string;
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
  @ApiOperation({ summary: 'Sign in' })
  open(@Body() { name, password }: Credentials): Promise<SessionAnswer> {
    return this.signIn.signIn(name, password);
  }

  @Public()
  @LetsIn()
  @Post('refresh')
  @HttpCode(200)
  @Answers('SessionAnswer')
  @ApiOperation({ summary: 'Get another token and another refresh token; one that comes twice ends its session' })
  refresh(@Body() { refreshToken }: Refresh): Promise<SessionAnswer> {
    return this.signIn.refresh(refreshToken);
  }

  @AllowOneTime()
  @Needs('signed-in')
  @Post('password')
  @HttpCode(200)
  @Answers('SessionAnswer')
  @ApiOperation({ summary: 'Change the own password, which ends every other session' })
  changePassword(@Req() { user }: KnownRequest, @Body() body: NewPassword): Promise<SessionAnswer> {
    return this.signIn.changePassword(user.id, body.currentPassword, body.newPassword);
  }

  @Needs('signed-in')
  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  async end(@Req() { user, identity }: KnownRequest): Promise<void> {
    if (identity.session !== undefined) await this.sessions.end(user.id, identity.session);
  }

  @Needs('signed-in')
  @Delete('all')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out everywhere' })
  async endAll(@Req() { user }: KnownRequest): Promise<void> {
    await this.sessions.end(user.id);
  }
}
