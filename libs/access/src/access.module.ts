import { CommandGate, OpenGate } from '@annals/http';
import { Global, Module } from '@nestjs/common';

@Global()
@Module({ providers: [{ provide: CommandGate, useClass: OpenGate }], exports: [CommandGate] })
export class AccessModule {}
