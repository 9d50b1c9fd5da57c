import { keysOf, onEach, project, stateOf, step, typesOf } from '@annals/event-sourcing';
import type { Event, EventStore, Field, Foldable, Projection, RecordedEvent } from '@annals/event-sourcing';
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
  /** The same, as the log has it now; of a merged customer, that of the survivor. */
  readonly keysNow: (log: EventStore, customerId: string) => Promise<readonly string[] | undefined>;
};

type Declared<E extends Event, D extends object> = Pick<
  Places,
  'streamOf' | 'customerOf' | 'refuseTaken' | 'refuseUnknown'
> & {
  /** By type of the events of the customer's own stream: into whom it is merged from then on, `null` for nobody. */
  readonly merged?: Readonly<Record<string, (data: never) => string | null>>;
  readonly view: Projection<E, D> & {
    readonly fields: {
      readonly customer: Field<D>;
      readonly scopes: { readonly each: (document: D) => readonly string[] };
    };
  };
};

/** Does not compile if the view lacks one of the fields. Its steps must know events of the customer's own stream only. */
export const places = <E extends Event, D extends object>({
  view,
  merged = {},
  ...declared
}: Declared<E, D>): Places => {
  const { each } = view.fields.scopes;
  const own = placing(view, merged);
  return {
    ...declared,
    view,
    keysOf: (document) => each(document as D),
    keysAfter: (customerId, past) => {
      const place = project(view, past).get(customerId);
      return place && each(place);
    },
    keysNow: async (log, customerId) => {
      const seen = new Set<string>();
      for (let id = customerId; ;) {
        const { place, survivorId } = (await stateOf(log, own, declared.streamOf(id))).state;
        if (survivorId === null || seen.has(survivorId)) return place ? each(place) : undefined;
        seen.add(survivorId);
        id = survivorId;
      }
    },
  };
};

type Placed<D> = { readonly place: D | null; readonly survivorId: string | null };

/** The document of the customer, folded from the customer's own stream. */
const placing = <E extends Event, D extends object>(
  view: Projection<E, D>,
  merged: NonNullable<Declared<E, D>['merged']>,
): Foldable<Placed<D>> => {
  const after = ({ place, survivorId }: Placed<D>, _: never, event: RecordedEvent): Placed<D> => {
    const key = keysOf(view, event).find((each) => each === event.subject);
    return { place: key === undefined ? place : step(view, place, event, key), survivorId };
  };
  const joining = Object.entries(merged).map(([type, survivorOf]) => [
    type,
    ({ place }: Placed<D>, data: never): Placed<D> => ({ place, survivorId: survivorOf(data) }),
  ]);
  const evolve = { ...onEach(typesOf(view), after), ...(Object.fromEntries(joining) as Foldable<Placed<D>>['evolve']) };
  return { initial: { place: null, survivorId: null }, evolve };
};
