import { engineFaultIn } from '@annals/event-sourcing';
import { ReceiptNotes, type ResponsibilityCount } from '@annals/http';
import { Global, Injectable, Module } from '@nestjs/common';
import { Responsibilities } from './responsibilities.js';

/** Counted in the views; a command does not wait for views that are away. */
@Injectable()
class CountedWork extends ReceiptNotes {
  constructor(private readonly responsibilities: Responsibilities) {
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
}

/** Receipts that count the work of a user, in every process that carries out commands. */
@Global()
@Module({
  providers: [Responsibilities, { provide: ReceiptNotes, useClass: CountedWork }],
  exports: [ReceiptNotes],
})
export class ReceiptNotesModule {}
