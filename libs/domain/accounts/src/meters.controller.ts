import { CommandEndpoint, FromRequest } from '@annals/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { MeterUsage } from './meter.commands.js';

@Controller('v1/meters')
export class MetersController {
  constructor(private readonly commands: CommandBus) {}

  @CommandEndpoint(':meterId/usage', 'Record what was used in a period')
  meter(@FromRequest() command: MeterUsage) {
    return this.commands.execute(command);
  }
}
