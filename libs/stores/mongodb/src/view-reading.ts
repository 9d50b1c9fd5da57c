import { fieldsRead, NO_PART, type ViewPart, type ViewRead } from '@annals/event-sourcing';
import type { Collection, Db, Document } from 'mongodb';
import { groupsOf, pipelineOf, type FoundGroup } from './aggregating.js';
import type { Catalogue } from './catalogue.js';
import { documentOf, type Kept } from './documents.js';
import { findPipelineOf, getPipelineOf } from './finding.js';
import type { Shape } from './shape.js';
import type { KeptState } from './shared-state.js';
import { checkpointOf, EMPTY, ledgerIn, type Ledger, type State } from './state.js';

type Alias = { readonly _id: string; readonly collection: string };

/** Which collections there are, and which one serves each view. */
type Known = { readonly state: State; readonly served: ReadonlyMap<string, string> };

/** `isKnown` tells whether the collection has the fields of the read. */
type Target = { readonly ledger: Ledger; readonly shape: Shape; readonly isKnown: boolean };

type Answer = KeptState & {
  readonly after: readonly KeptState[];
  readonly views: readonly Alias[];
} & Readonly<Record<`part${number}`, readonly Document[]>>;

const NOWHERE: Known = { state: EMPTY, served: new Map() };

/**
 * Several reads in one aggregation: it begins at the state, looks the parts up, and ends with the state and the served
 * views again. If these are not as they were when the reads were written, they are written anew.
 */
export class ViewReading {
  private readonly state: Collection<KeptState>;
  private known = NOWHERE;

  constructor(
    database: Db,
    private readonly catalogue: Catalogue,
  ) {
    this.state = database.collection('annals.state');
  }

  async read(reads: readonly ViewRead[]): Promise<readonly ViewPart[]> {
    for (;;) {
      const targets = await this.targets(reads, this.known);
      const answer = await this.ask(reads, targets);
      this.known = answer ? knownFrom(answer) : NOWHERE;
      const isStill = reads.every((read, index) => homeOf(this.known, read.view) === targets[index]?.ledger.home);
      if (isStill) return reads.map((read, index) => partOf(read, index, answer));
    }
  }

  private targets(reads: readonly ViewRead[], known: Known): Promise<readonly (Target | undefined)[]> {
    return Promise.all(
      reads.map(async (read) => {
        const ledger = ledgerOf(known, read.view);
        const shape = ledger && (await this.catalogue.shapeOf(ledger.home));
        return shape && { ledger, shape, isKnown: shape.has(fieldsRead(read)) };
      }),
    );
  }

  private async ask(reads: readonly ViewRead[], targets: readonly (Target | undefined)[]): Promise<Answer | undefined> {
    const parts = reads.flatMap((read, index) => {
      const target = targets[index];
      if (!target?.isKnown) return [];
      const { ledger, shape } = target;
      return [{ $lookup: { from: ledger.home, pipeline: pipelineFor(shape, read), as: `part${index}` } }];
    });
    const only = { $match: { _id: 'state' } };
    const after = { $lookup: { from: 'annals.state', pipeline: [only], as: 'after' } };
    const views = { $lookup: { from: 'annals.views', pipeline: [], as: 'views' } };
    const [answer] = await this.state.aggregate<Answer>([only, ...parts, after, views]).toArray();
    return answer;
  }
}

const ledgerOf = ({ state, served }: Known, view: string): Ledger | undefined => {
  const collection = served.get(view);
  return collection === undefined ? undefined : ledgerIn(state, collection);
};

const homeOf = (known: Known, view: string) => ledgerOf(known, view)?.home;

const knownFrom = ({ after: [state], views }: Answer): Known => ({
  state: { ...EMPTY, ...state },
  served: new Map(views.map(({ _id, collection }) => [_id, collection])),
});

const pipelineFor = (shape: Shape, read: ViewRead): readonly Document[] => {
  if ('ids' in read) return getPipelineOf(read.ids);
  return 'query' in read ? findPipelineOf(shape, read.query) : pipelineOf(shape, read.aggregation);
};

const partOf = (read: ViewRead, index: number, answer: Answer | undefined): ViewPart => {
  const found = answer?.[`part${index}`];
  if (!answer || !found) return NO_PART;
  const ledger = ledgerOf({ ...knownFrom(answer), state: { ...EMPTY, ...answer } }, read.view);
  const part = { ...NO_PART, checkpoint: ledger ? checkpointOf(ledger) : 0 };
  if ('aggregation' in read) return { ...part, groups: groupsOf(read.aggregation, found as readonly FoundGroup[]) };
  return { ...part, documents: (found as readonly Kept[]).map(documentOf) };
};
