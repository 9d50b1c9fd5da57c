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
export type CustomerLinks = {
  readonly customerId: string;
  readonly links: readonly Link[];
  /** Each customer to whom it ever belonged, also by the merge of a customer into whom it had been merged. Version 1 lacks it. */
  readonly survivors?: readonly string[];
};

export const survivorsIn = ({ links, survivors }: CustomerLinks): readonly string[] =>
  survivors ?? [...new Set(links.flatMap(({ survivor }) => survivor ?? []))];

const linked = (known: CustomerLinks | null, event: RecordedEvent<Source>, customerId: string): CustomerLinks => {
  const { links, survivors = [] } = known ?? { links: [] };
  const { data } = event;
  return {
    customerId,
    links: data.mergedId === customerId ? [...links, linkOf(event)] : links,
    survivors: [...new Set([...survivors, data.customerId])],
  };
};

/** One document for each customer that was ever merged into another one. */
export const customerLinks = projection<Source, CustomerLinks>()({
  name: 'customer-links',
  version: 2,
  asRecorded: true,
  key: ({ type, data }) => (type === 'CustomersMerged' ? [...new Set([data.mergedId, ...data.files])] : data.mergedId),
  on: { CustomersMerged: linked, MergeUndone: linked },
  fields: {
    customer: { of: ({ customerId }) => customerId },
    survivors: { each: survivorsIn },
  },
  indexes: [['customer']],
});
