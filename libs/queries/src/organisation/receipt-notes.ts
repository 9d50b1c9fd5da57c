import type { AnyCommand } from '@annals/command-bus';
import { engineFaultIn } from '@annals/event-sourcing';
import { ReceiptNotes, type ResponsibilityCount, type Sender } from '@annals/http';
import { Global, Injectable, Module } from '@nestjs/common';
import { Candidates } from '../duplicates/candidates.js';
import { Duplicates } from '../duplicates/duplicates.js';
import { NewCustomers } from '../duplicates/new-customers.js';
import { Responsibilities } from './responsibilities.js';

/** Read in the views; a command does not wait for views that are away. */
@Injectable()
class NotesOfViews extends ReceiptNotes {
  constructor(
    private readonly responsibilities: Responsibilities,
    private readonly newCustomers: NewCustomers,
  ) {
    super();
  }

  async workOf(userId: string): Promise<readonly ResponsibilityCount[] | undefined> {
    try {
      return (await this.responsibilities.of(userId)).value.items;
    } catch (error) {
      if (engineFaultIn(error)) return undefined;
      throw error;
    }
  }

  duplicatesOf(command: AnyCommand, sender: Sender) {
    return this.newCustomers.of(command, sender);
  }
}

/** What receipts say of the time before a command, in every process that carries out commands. */
@Global()
@Module({
  providers: [
    ...[Responsibilities, Candidates, Duplicates, NewCustomers],
    { provide: ReceiptNotes, useClass: NotesOfViews },
  ],
  exports: [ReceiptNotes],
})
export class ReceiptNotesModule {}
