import type { SubjectParts, SubjectReads } from '@annals/event-sourcing';
import type { Catalogue, Serving } from './catalogue.js';
import type { Reading } from './finding.js';
import { KnownSubjects, type PartRow } from './known-subjects.js';
import { PreparedReads, type AtPlace, type Find } from './prepared-reads.js';

type Servings = ReadonlyMap<string, Serving>;

/** Prepared for what serves the views; no other one has the number. */
type Prepared = { readonly reads: PreparedReads; readonly number: number };
type Preparation = {
  readonly views: readonly string[];
  readonly servings: Servings;
  readonly checkpoint: number;
  readonly prepared: Prepared | undefined;
  /** No other state of the file has the number. */
  readonly state: number;
};

/** Reads about subjects, each prepared once as long as the same collections serve its views. */
export class SubjectReading {
  private readonly preparations = new WeakMap<SubjectReads, Preparation>();
  private readonly known = new KnownSubjects();
  private numbers = 0;
  private states = 0;

  constructor(
    private readonly reading: Pick<Reading, 'sql'>,
    private readonly catalogue: Catalogue,
    private readonly document: AtPlace,
  ) {}

  /** `undefined` for reads that cannot be prepared. The caller holds a transaction. */
  read(reads: SubjectReads, subject: string): SubjectParts | undefined {
    const { prepared, checkpoint, state } = this.preparationOf(reads);
    if (!prepared) return undefined;
    const { reads: queries, number } = prepared;
    const parts = this.known.parts({
      ...{ key: `${number} ${subject}`, state },
      rows: () => queries.rowsFor(subject, this.find),
      partsOf: (rows) => queries.partsOf(rows, this.document),
    });
    return { parts, checkpoint };
  }

  private readonly find: Find = ({ text, values }) =>
    this.reading.sql
      .of<PartRow>(text)
      .raw()
      .all(...values);

  private preparationOf(reads: SubjectReads): Preparation {
    const servings = this.catalogue.serving();
    const known = this.preparations.get(reads);
    if (known?.servings === servings) return known;
    const views = known?.views ?? reads.of('').map(({ view }) => view);
    const tables = views.map((view) => servings.get(view)?.tables);
    const checkpoint = Math.min(...views.map((view) => servings.get(view)?.checkpoint ?? 0));
    const prepared = known?.prepared?.reads.fits(tables) ? known.prepared : this.prepare(reads, servings);
    const preparation = { views, servings, checkpoint, prepared, state: (this.states += 1) };
    this.preparations.set(reads, preparation);
    return preparation;
  }

  private prepare(reads: SubjectReads, servings: Servings): Prepared | undefined {
    const prepared = PreparedReads.of(reads.of, servings);
    return prepared && { reads: prepared, number: (this.numbers += 1) };
  }
}
