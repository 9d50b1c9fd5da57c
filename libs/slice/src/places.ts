import { project, type Event, type Field, type Projection, type RecordedEvent } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';

/** Who is responsible for each customer, as one slice declares it; access to customers follows from it. */
export type Places = {
  /** One document for each customer, with the fields `customer` and `scopes`. */
  readonly view: AnyProjection;
  /** The customer's own stream. */
  readonly streamOf: (customerId: string) => string;
  /** The customer of a stream; `undefined` for a stream of something else. */
  readonly customerOf: (stream: string) => string | undefined;
  /** Rejects the registration of a customer whose id is taken. */
  readonly refuseTaken: (customerId: string) => never;
  /** Rejects a command whose body names a customer that is not registered. */
  readonly refuseUnknown: (customerId: string) => never;
  /** The scope keys in a document of the view: `owner:u-4`, `region:east`. */
  readonly keysOf: (document: object) => readonly string[];
  /** The scope keys after the events of the customer's own stream; `undefined` if it is not registered. */
  readonly keysAfter: (customerId: string, past: readonly RecordedEvent[]) => readonly string[] | undefined;
};

type Declared<E extends Event, D extends object> = Pick<
  Places,
  'streamOf' | 'customerOf' | 'refuseTaken' | 'refuseUnknown'
> & {
  readonly view: Projection<E, D> & {
    readonly fields: {
      readonly customer: Field<D>;
      readonly scopes: { readonly each: (document: D) => readonly string[] };
    };
  };
};

/** Does not compile if the view lacks one of the fields. Its steps must know events of the customer's own stream only. */
export const places = <E extends Event, D extends object>({ view, ...declared }: Declared<E, D>): Places => {
  const { each } = view.fields.scopes;
  return {
    ...declared,
    view,
    keysOf: (document) => each(document as D),
    keysAfter: (customerId, past) => {
      const place = project(view, past).get(customerId);
      return place && each(place);
    },
  };
};
