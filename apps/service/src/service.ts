import { ComplaintsModule, complaintCommands } from '@annals/domain-complaints';
import { ContactsModule, contactCommands } from '@annals/domain-contacts';
import { bulkOf, runProcess } from '@annals/service';

/** What service does with complaints, and the contacts that it makes. */
export const run = () =>
  runProcess('service', () => ({
    modules: [ComplaintsModule, ContactsModule],
    commands: bulkOf(complaintCommands, contactCommands),
  }));
