import { projection } from '@annals/event-sourcing';
import { places } from './index.js';

// Code that the compiler must refuse. A missing error fails `npm run types`.

type Client = { readonly clientId: string; readonly by: string };
type ClientMet = { readonly type: 'ClientMet'; readonly schemaVersion: 1; readonly data: Client };

const declared = projection<ClientMet, Client>();
const shape = {
  ...{ name: 'clients', version: 1 },
  key: ({ data }: { readonly data: Client }) => data.clientId,
  on: { ClientMet: (_: Client | null, { data }: { readonly data: Client }) => data },
};
const customer = { of: ({ clientId }: Client) => clientId };
const scopes = { each: ({ by }: Client) => [`owner:${by}`] };

const rest = {
  streamOf: (clientId: string) => `client-${clientId}`,
  customerOf: () => undefined,
  refuseTaken: () => {
    throw new Error('Taken.');
  },
  refuseUnknown: () => {
    throw new Error('Unknown.');
  },
};

places({ ...rest, view: declared({ ...shape, fields: { customer, scopes } }) });

// @ts-expect-error: the view lacks the responsible employees
places({ ...rest, view: declared({ ...shape, fields: { customer } }) });

// @ts-expect-error: one scope key is not enough
places({ ...rest, view: declared({ ...shape, fields: { customer, scopes: { of: ({ by }: Client) => by } } }) });
