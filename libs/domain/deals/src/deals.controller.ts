import { CommandEndpoint, FromRequest } from '@annals/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AdvanceDeal, ChangeDeal, CloseDeal, OpenDeal, RecordSample, ReopenDeal } from './deal.commands.js';

@Controller('v1/deals')
export class DealsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandEndpoint('', 'Open a deal')
  open(@FromRequest({ creates: 'dealId' }) command: OpenDeal) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':dealId/advance', 'Move a deal to another of the eight steps')
  advance(@FromRequest() command: AdvanceDeal) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':dealId/change', 'Change the terms of an open deal')
  change(@FromRequest() command: ChangeDeal) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':dealId/samples', 'Record a sample that was sent')
  recordSample(@FromRequest({ creates: 'sampleId' }) command: RecordSample) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':dealId/close', 'Close a deal, won or lost')
  close(@FromRequest() command: CloseDeal) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':dealId/reopen', 'Reopen a closed deal')
  reopen(@FromRequest() command: ReopenDeal) {
    return this.commands.execute(command);
  }
}
