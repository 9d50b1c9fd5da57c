import type { Collection as Declared } from '@annals/event-sourcing';
import { ObjectId, type Collection, type Db } from 'mongodb';
import { isDuplicate, type Kept } from './documents.js';
import { Shape } from './shape.js';
import { ledgerIn, withLedger, withoutLedger, type Ledger } from './state.js';
import type { SharedState } from './shared-state.js';

type Declaration = { readonly _id: string; readonly declared: string };
type Alias = { readonly _id: string; readonly collection: string };

/** A collection as queries need it. */
export type Open = { readonly home: Collection<Kept>; readonly shape: Shape };

const HOME = /~[0-9a-f]{24}$/;

/** The collections, their declarations, and which one serves a view. */
export class Catalogue {
  private readonly declarations: Collection<Declaration>;
  private readonly views: Collection<Alias>;
  private readonly shapes = new Map<string, Shape>(); // by home, where fields never change
  private readonly added = new Map<string, string>(); // what this process has declared last, by home

  constructor(
    private readonly database: Db,
    private readonly state: SharedState,
  ) {
    this.declarations = database.collection('annals.collections');
    this.views = database.collection('annals.views');
  }

  async add(declared: Declared) {
    const shape = new Shape(declared);
    const { name } = declared;
    const { home } = ledgerIn(await this.state.read(), name) ?? (await this.create(declared, shape));
    const text = JSON.stringify(declared);
    if (this.added.get(home) === text) return;
    const known = await this.shapeOf(home);
    if (!known?.hasFieldsOf(shape))
      throw new Error(`${name} exists with other fields: give the changed collection another name.`);
    await this.declare(home, text);
    if (await this.views.findOne({ collection: name })) await this.index(home, shape);
    this.added.set(home, text);
  }

  /** Removes the collection from the state at once; its documents are deleted afterwards. */
  async remove(name: string) {
    await this.state.change((state) =>
      ledgerIn(state, name) ? { next: withoutLedger(state, name), names: [name] } : undefined,
    );
    // In this order: a home must be in the state before it contains documents.
    const stored = await this.database.listCollections({}, { nameOnly: true }).toArray();
    const homes = new Set(Object.values((await this.state.read()).ledgers).map(({ home }) => home));
    const left = stored.map((collection) => collection.name).filter((home) => HOME.test(home) && !homes.has(home));
    for (const home of left) {
      await this.database.dropCollection(home);
      await this.declarations.deleteOne({ _id: home });
    }
  }

  async find(name: string): Promise<Open | undefined> {
    const ledger = ledgerIn(await this.state.read(), name);
    const shape = ledger && (await this.shapeOf(ledger.home));
    return shape && { home: this.database.collection(ledger.home), shape };
  }

  async shapeOf(home: string): Promise<Shape | undefined> {
    const known = this.shapes.get(home) ?? (await this.declared(home));
    if (known) this.shapes.set(home, known);
    return known;
  }

  /** Creates the indexes, which are omitted while a collection is filled, because filling is faster without them. */
  async serve(view: string, collection: string) {
    const ledger = ledgerIn(await this.state.read(), collection);
    const shape = ledger && (await this.declared(ledger.home));
    if (shape) await this.index(ledger.home, shape);
    const pointed = { $set: { collection } };
    try {
      await this.views.updateOne({ _id: view }, pointed, { upsert: true });
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await this.views.updateOne({ _id: view }, pointed);
    }
  }

  async served(view: string) {
    return (await this.views.findOne({ _id: view }))?.collection;
  }

  async servedByView(): Promise<ReadonlyMap<string, string>> {
    const aliases = await this.views.find().toArray();
    return new Map(aliases.map(({ _id, collection }) => [_id, collection]));
  }

  private async create(declared: Declared, shape: Shape): Promise<Ledger> {
    shape.requireIndexes();
    const { name } = declared;
    const home = `${name}~${new ObjectId().toHexString()}`;
    await this.declare(home, JSON.stringify(declared));
    let there: Ledger = { name, home, checkpoint: 0 };
    await this.state.change((state) => {
      const before = ledgerIn(state, name);
      there = before ?? there;
      return before ? undefined : { next: withLedger(state, there), names: [name] };
    });
    if (there.home !== home) await this.declarations.deleteOne({ _id: home });
    return there;
  }

  private async declare(home: string, declared: string) {
    await this.declarations.replaceOne({ _id: home }, { declared }, { upsert: true });
  }

  private async declared(home: string): Promise<Shape | undefined> {
    const declaration = await this.declarations.findOne({ _id: home });
    return declaration ? new Shape(JSON.parse(declaration.declared) as Declared) : undefined;
  }

  private async index(home: string, { indexes }: Shape) {
    if (indexes.length > 0) await this.database.collection(home).createIndexes([...indexes]);
  }
}
