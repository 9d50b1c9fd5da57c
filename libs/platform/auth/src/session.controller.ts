import { Answers, Public } from '@annals/http';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsString, Length, MaxLength } from 'class-validator';
import { AllowOneTime } from './access.js';
import type { User } from './account.js';
import { SignIn, type SessionAnswer } from './sign-in.js';

export class Credentials {
  @IsString() @Length(1, 200) readonly name!: string;
  @IsString() @MaxLength(1_000) readonly password!: string;
}

export class NewPassword {
  @IsString() @MaxLength(1_000) readonly currentPassword!: string;
  @IsString() @Length(12, 1_000) readonly newPassword!: string;
}

@ApiTags('session')
@Controller('v1/session')
export class SessionController {
  constructor(private readonly signIn: SignIn) {}

  @Public()
  @Post()
  @HttpCode(200)
  @Answers('SessionAnswer')
  @ApiOperation({ summary: 'Sign in' })
  open(@Body() { name, password }: Credentials): Promise<SessionAnswer> {
    return this.signIn.signIn(name, password);
  }

  @AllowOneTime()
  @Post('password')
  @HttpCode(200)
  @Answers('SessionAnswer')
  @ApiOperation({ summary: 'Change the own password' })
  changePassword(@Req() { user }: { user: User }, @Body() body: NewPassword): Promise<SessionAnswer> {
    return this.signIn.changePassword(user.name, body.currentPassword, body.newPassword);
  }
}
