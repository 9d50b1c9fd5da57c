import { customerStream, type CustomerEvent } from '@annals/contracts-customers';
import { projection, type Link, type Merging, type Of, type RecordedEvent } from '@annals/event-sourcing';

type Source = Of<CustomerEvent, 'CustomersMerged' | 'MergeUndone'>;

const linkOf = ({ type, position, data }: RecordedEvent<Source>): Link => {
  const { customerId, mergedId: file } = data;
  return type === 'CustomersMerged'
    ? { position, file, survivor: customerId }
    : { position, file, survivor: null, from: customerId };
};

/** What of the log says that two customers are one. */
export const merging: Merging = {
  types: ['CustomersMerged', 'MergeUndone'],
  linkOf: (event) => linkOf(event as RecordedEvent<Source>),
  streamOf: customerStream,
};

/** To which customers the file of a customer belonged, one after the other. */
export type CustomerLinks = { readonly customerId: string; readonly links: readonly Link[] };

const linked = (known: CustomerLinks | null, event: RecordedEvent<Source>, customerId: string): CustomerLinks => ({
  customerId,
  links: [...(known?.links ?? []), linkOf(event)],
});

/** One document for each customer that was ever merged into another one. */
export const customerLinks = projection<Source, CustomerLinks>()({
  name: 'customer-links',
  version: 1,
  asRecorded: true,
  key: ({ data }) => data.mergedId,
  on: { CustomersMerged: linked, MergeUndone: linked },
  fields: {
    customer: { of: ({ customerId }) => customerId },
    survivors: { each: ({ links }) => [...new Set(links.flatMap(({ survivor }) => survivor ?? []))] },
  },
  indexes: [['customer']],
});
