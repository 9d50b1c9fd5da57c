import type { SubjectParts, SubjectReads } from '@annals/event-sourcing';
import type { Catalogue, Serving } from './catalogue.js';
import type { Reading } from './finding.js';
import { KnownSubjects, type PartRow } from './known-subjects.js';
import { PreparedReads, type AtPlace } from './prepared-reads.js';

type Servings = ReadonlyMap<string, Serving>;

/** Prepared for what serves the views; no other one has the number. */
type Prepared = { readonly reads: PreparedReads; readonly number: number };
type Preparation = {
  readonly views: readonly string[];
  readonly servings: Servings;
  readonly checkpoint: number;
  readonly prepared: Prepared | undefined;
};

/** Reads about subjects, each prepared once as long as the same collections serve its views. */
export class SubjectReading {
  private readonly preparations = new WeakMap<SubjectReads, Preparation>();
  private readonly known = new KnownSubjects();
  private numbers = 0;

  constructor(
    private readonly reading: Pick<Reading, 'sql'>,
    private readonly catalogue: Catalogue,
    private readonly document: AtPlace,
  ) {}

  /** `undefined` for reads that cannot be prepared. The caller holds a transaction. */
  read(reads: SubjectReads, subject: string): SubjectParts | undefined {
    const { prepared, checkpoint } = this.preparationOf(reads);
    if (!prepared) return undefined;
    const { reads: query, number } = prepared;
    const statement = this.reading.sql.of<PartRow>(query.text).raw();
    const rows = statement.all(...query.valuesFor(subject));
    const make = () => query.partsOf(rows, this.document);
    return { parts: this.known.of(`${number} ${subject}`, rows, make), checkpoint };
  }

  private preparationOf(reads: SubjectReads): Preparation {
    const servings = this.catalogue.serving();
    const known = this.preparations.get(reads);
    if (known?.servings === servings) return known;
    const views = known?.views ?? reads.of('').map(({ view }) => view);
    const tables = views.map((view) => servings.get(view)?.tables);
    const checkpoint = Math.min(...views.map((view) => servings.get(view)?.checkpoint ?? 0));
    const prepared = known?.prepared?.reads.fits(tables) ? known.prepared : this.prepare(reads, servings);
    const preparation = { views, servings, checkpoint, prepared };
    this.preparations.set(reads, preparation);
    return preparation;
  }

  private prepare(reads: SubjectReads, servings: Servings): Prepared | undefined {
    const prepared = PreparedReads.of(reads.of, servings);
    return prepared && { reads: prepared, number: (this.numbers += 1) };
  }
}
