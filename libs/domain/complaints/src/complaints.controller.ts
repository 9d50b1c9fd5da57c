import { CommandEndpoint, FromRequest } from '@annals/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  AssignComplaint,
  EscalateComplaint,
  FileComplaint,
  RateSatisfaction,
  ReopenComplaint,
  ResolveComplaint,
} from './complaint.commands.js';

@Controller('v1/complaints')
export class ComplaintsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandEndpoint('', 'File a complaint')
  file(@FromRequest({ creates: 'complaintId' }) command: FileComplaint) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':complaintId/assign', 'Name the one who takes care of a complaint')
  assign(@FromRequest() command: AssignComplaint) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':complaintId/escalate', 'Move a complaint up to a higher tier')
  escalate(@FromRequest() command: EscalateComplaint) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':complaintId/resolve', 'Resolve a complaint, with its root cause and the remedy')
  resolve(@FromRequest() command: ResolveComplaint) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':complaintId/reopen', 'Reopen a resolved complaint')
  reopen(@FromRequest() command: ReopenComplaint) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':complaintId/rate', 'Rate how a complaint was resolved')
  rate(@FromRequest() command: RateSatisfaction) {
    return this.commands.execute(command);
  }
}
