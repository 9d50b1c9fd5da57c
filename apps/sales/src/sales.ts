import { AccountsModule, accountCommands } from '@annals/domain-accounts';
import { ContactsModule, contactCommands } from '@annals/domain-contacts';
import { customerCommands, CustomersModule } from '@annals/domain-customers';
import { dealCommands, DealsModule } from '@annals/domain-deals';
import { organisationCommands, OrganisationModule } from '@annals/domain-organisation';
import { bulkOf, runProcess } from '@annals/service';

/** What sales does with customers, contacts and deals, and what their orders and invoices say. */
export const run = () =>
  runProcess('sales', () => ({
    modules: [CustomersModule, ContactsModule, DealsModule, AccountsModule, OrganisationModule],
    commands: bulkOf(customerCommands, contactCommands, dealCommands, accountCommands, organisationCommands),
  }));
