import { CommandEndpoint, FromRequest } from '@annals/http';
import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeactivateUser, GrantRoles, ReactivateUser } from './access.commands.js';
import { AddUser, ChangeUserDetails, PlaceUser } from './user.commands.js';

@Controller('v1/users')
export class UsersController {
  constructor(private readonly commands: CommandBus) {}

  @CommandEndpoint('', 'Add a user, who sees nothing until roles are granted')
  add(@FromRequest({ creates: 'userId' }) command: AddUser) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':userId/change-details', 'Change how a user is called and reached')
  changeDetails(@FromRequest() command: ChangeUserDetails) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':userId/place', 'Say in which department, team, position and regions a user works')
  place(@FromRequest() command: PlaceUser) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':userId/grant-roles', 'Say which roles a user has from now on')
  grantRoles(@FromRequest() command: GrantRoles) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':userId/deactivate', 'Let a user in no more')
  deactivate(@FromRequest() command: DeactivateUser) {
    return this.commands.execute(command);
  }

  @CommandEndpoint(':userId/reactivate', 'Let a user in again')
  reactivate(@FromRequest() command: ReactivateUser) {
    return this.commands.execute(command);
  }
}
