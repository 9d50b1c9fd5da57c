import { CommandGate } from '@annals/http';
import { Global, Module } from '@nestjs/common';
import { CustomerAccess } from './customer-access.js';
import { CustomersInReach } from './customers-in-reach.js';
import { DirectoryUsers } from './directory-users.js';
import { LiveOrganisation } from './live-organisation.js';
import { EventMask } from './personal-fields.js';
import { RecordAccess } from './record-access.js';
import { RolePolicy } from './role-policy.js';

/** Who may do what and see what. The process provides `Views`, an `EventStore`, `OwnAppends` and the catalogue. */
@Global()
@Module({
  providers: [
    LiveOrganisation,
    RolePolicy,
    CustomerAccess,
    CustomersInReach,
    RecordAccess,
    DirectoryUsers,
    EventMask,
    { provide: CommandGate, useExisting: RolePolicy },
  ],
  exports: [LiveOrganisation, RolePolicy, CustomerAccess, RecordAccess, DirectoryUsers, EventMask, CommandGate],
})
export class AccessModule {}
