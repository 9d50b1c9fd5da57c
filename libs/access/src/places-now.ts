import { EventStore, HistoryIncomplete, isCustomer } from '@annals/event-sourcing';
import { CATALOGUE, type Aggregate, type Catalogue, type Places } from '@annals/slice';
import { Inject, Injectable } from '@nestjs/common';
import { CustomerPlaces } from './customer-places.js';

/** The customer that a record is about, and the one to whom it has come since, as far as they are known. */
export type RecordStanding = {
  readonly subject: string | undefined;
  readonly latest: string | undefined;
  /** The employees responsible for it. */
  readonly parties: readonly string[];
};

/**
 * Where customers and records stand, as the log has it now. A stream that is incomplete says nothing, not even that it is: then
 * the place that is stored for reads counts.
 */
@Injectable()
export class PlacesNow {
  private readonly places: Places;

  constructor(
    private readonly log: EventStore,
    private readonly stored: CustomerPlaces,
    @Inject(CATALOGUE) catalogue: Pick<Catalogue, 'places'>,
  ) {
    this.places = catalogue.places();
  }

  /** The scope keys of a customer; `undefined` if it is not registered. */
  async keysOf(customerId: string): Promise<readonly string[] | undefined> {
    try {
      return await this.places.keysNow(this.log, customerId);
    } catch (error) {
      if (!(error instanceof HistoryIncomplete)) throw error;
      return (await this.stored.keysOf([customerId])).value.get(customerId);
    }
  }

  async ofRecord(stream: string, aggregate: Aggregate): Promise<RecordStanding> {
    try {
      const { subject, latest, parties } = await aggregate.standing(this.log, stream);
      return { subject: customerIn(subject), latest: customerIn(latest), parties };
    } catch (error) {
      if (!(error instanceof HistoryIncomplete)) throw error;
      const subject = customerIn(error.near?.subject);
      return { subject, latest: subject, parties: [] };
    }
  }
}

/** Without a customer for a record whose customer is not known yet. */
const customerIn = (subject: string | undefined) =>
  subject !== undefined && isCustomer(subject) ? subject : undefined;
