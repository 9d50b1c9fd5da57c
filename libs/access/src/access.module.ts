import { CommandGate } from '@annals/http';
import { Global, Module } from '@nestjs/common';
import { CustomerFiles } from './customer-files.js';
import { CustomerPlaces } from './customer-places.js';
import { DirectoryUsers } from './directory-users.js';
import { LiveOrganisation } from './live-organisation.js';
import { EventMask } from './event-mask.js';
import { OtherCustomers } from './other-customers.js';
import { PlacesNow } from './places-now.js';
import { ReadContexts } from './reads.js';
import { RecordAccess } from './record-access.js';
import { RecordGroups } from './record-groups.js';
import { RolePolicy } from './role-policy.js';

const provided = [
  LiveOrganisation,
  RolePolicy,
  CustomerFiles,
  CustomerPlaces,
  PlacesNow,
  ReadContexts,
  RecordAccess,
  RecordGroups,
  DirectoryUsers,
  EventMask,
  OtherCustomers,
  { provide: CommandGate, useExisting: RolePolicy },
];

/** Who may do what and see what. The process provides `Views`, an `EventStore`, `OwnAppends` and the catalogue. */
@Global()
@Module({ providers: provided, exports: provided })
export class AccessModule {}
