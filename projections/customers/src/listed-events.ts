import type { OrderEvent } from '@annals/contracts-accounts';
import type { ComplaintEvent, HandlingEvent } from '@annals/contracts-complaints';
import type { ContactEvent } from '@annals/contracts-contacts';
import type { CustomerEvent } from '@annals/contracts-customers';
import type { DealEvent } from '@annals/contracts-deals';

/** Every event of these slices but those that say nothing about the line of a customer in the list, nor about the relation. */
export type ListedEvent = Exclude<
  CustomerEvent | ContactEvent | DealEvent | Exclude<ComplaintEvent, HandlingEvent> | OrderEvent,
  {
    type:
      | 'CustomerWithdrawn'
      | 'MergeBegun'
      | 'MergeAbandoned'
      | 'CustomersMerged'
      | 'MergeUndone'
      | 'CustomerRestored'
      | 'NeedEnded'
      | 'NeedClosed'
      | 'ConsentExpired'
      | 'ContactAllowed'
      | 'DealEstimated'
      | 'ComplaintAssigned'
      | 'ComplaintEscalated'
      | 'OrderDelivered'
      | 'DeliveryCorrected'
      | 'OrderCancelled';
  }
>;
