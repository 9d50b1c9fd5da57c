import { MASK, type ReadContext } from '@annals/access';
import { fieldOf, type ListedView, type NamedAs, type View } from '@annals/event-sourcing';
import { Views } from '@annals/projecting';
import { Inject, Injectable } from '@nestjs/common';
import { VIEWS, type ReadViews } from './read-views.js';

/** Name by id, without those that nobody knows. */
export type KnownNames = ReadonlyMap<string, string>;

/** Documents of a view by id. */
export type Look = (view: View<never, object>, ids: readonly string[]) => Promise<ReadonlyMap<string, object>>;

/** Looks in these views, such as those of a moment. */
export const lookIn =
  (views: Views): Look =>
  async (view, ids) =>
    (await views.many<object>(view, ids)).value;

type Naming = { readonly view: View<never, object>; readonly named: NamedAs<object> };

/** What an answer is given besides its own: `{ customerName: 'Alfreds Futterkiste' }`; `masked` hides what is personal. */
type Giving = (document: object, masked: boolean) => Readonly<Record<string, string | readonly string[] | null>>;

/** The names behind ids in documents, each looked up once for a page. */
@Injectable()
export class Names {
  private readonly namings: ReadonlyMap<string, Naming>;

  private readonly stored: Look;

  constructor(views: Views, @Inject(VIEWS) read: ReadViews) {
    this.stored = lookIn(views);
    this.namings = new Map(read.filter(namesOthers).flatMap(namingsOf));
  }

  /** The views that have the names that a list adds to its answers. */
  viewsOf({ list: { names = {} } }: ListedView): readonly View<never, object>[] {
    return Object.values(names).flatMap((field) => this.viewsNaming(field));
  }

  /** The names that a list adds to its answers; `look` finds them as of a moment. */
  async of(view: ListedView, documents: readonly object[], look: Look = this.stored): Promise<Giving> {
    const lookups = await Promise.all(
      Object.entries(view.list.names ?? {}).map(async ([property, field]) => {
        const ids = documents.flatMap((document) => idsIn(view, field, document));
        return { property, field, known: await this.known(field, ids, look) };
      }),
    );
    return (document, masked) =>
      Object.fromEntries(
        lookups.map(({ property, field, known }) => {
          const isHidden = masked && this.naming(field)?.named.personal;
          const named = idsIn(view, field, document).map((id) => (isHidden && known.has(id) ? MASK : known.get(id)));
          const isOne = 'of' in view.fields[field]!;
          return [property, isOne ? (named[0] ?? null) : named.filter((name) => name !== undefined)];
        }),
      );
  }

  /** Of the records that other views refer to by this field; none if no view says what they are called. */
  async known(field: string, ids: readonly string[], look: Look = this.stored): Promise<KnownNames> {
    const naming = this.naming(field);
    if (!naming || ids.length === 0) return new Map();
    const { view, named } = naming;
    const keys = new Map([...new Set(ids)].map((id) => [id, named.key?.(id) ?? id]));
    const value = await look(view, [...keys.values()]);
    const names = [...keys].map(([id, key]) => [id, value.has(key) ? named.of(value.get(key)!) : null] as const);
    return new Map(names.flatMap(([id, name]) => (name === null ? [] : [[id, name] as const])));
  }

  /** The views that have the names behind a field. */
  viewsNaming(field: string): readonly View<never, object>[] {
    const naming = this.naming(field);
    return naming ? [naming.view] : [];
  }

  /** What customers are called, for reports; names that the caller may not see are masked. */
  async ofCustomers(ids: readonly string[], context: ReadContext, look: Look = this.stored): Promise<KnownNames> {
    const wanted = [...new Set(ids)];
    const subjects = wanted.map((customerId) => ({ customerId, keys: [] }));
    const [found, decisions] = await Promise.all([
      this.known('customer', wanted, look),
      context.decide('customers.read', subjects),
    ]);
    const named = wanted.flatMap((id, index) => {
      const name = found.get(id);
      return name === undefined ? [] : [[id, decisions[index]!.masked ? MASK : name] as const];
    });
    return new Map(named);
  }

  private naming(field: string) {
    return this.namings.get(field);
  }
}

const namesOthers = (view: ReadViews[number]): view is View<never, object> => 'namedAs' in view;

const namingsOf = (view: View<never, object>) =>
  Object.entries(view.namedAs ?? {}).map(([field, named]) => [field, { view, named }] as const);

const idsIn = (view: ListedView, field: string, document: object): readonly string[] =>
  [fieldOf(view, field, document)].flat().filter((id) => typeof id === 'string');
