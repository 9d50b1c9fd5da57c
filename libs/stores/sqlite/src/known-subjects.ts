import type { FoundPart } from '@annals/event-sourcing';
import { keyOf, type Stored } from './scalars.js';

const MOST = 1_000; // answers in each half

/** A row of a prepared statement. */
export type PartRow = readonly (Stored | null)[];

type Known = { readonly rows: readonly PartRow[]; readonly parts: readonly FoundPart[] };

/** The last answers about subjects, each for as long as the same rows are found. Of two halves the older one is forgotten when the other one is full. */
export class KnownSubjects {
  private recent = new Map<string, Known>();
  private older = new Map<string, Known>();

  constructor(private readonly most = MOST) {}

  /** The parts of these rows, which answer the question `key`: the same array as before for the same rows. */
  of(key: string, rows: readonly PartRow[], make: () => readonly FoundPart[]): readonly FoundPart[] {
    const recent = this.recent.get(key);
    const known = recent ?? this.older.get(key);
    const isSame = known !== undefined && areSame(known.rows, rows);
    if (isSame && recent) return recent.parts;
    return this.keep(key, isSame ? known : { rows, parts: make() });
  }

  private keep(key: string, known: Known): readonly FoundPart[] {
    this.recent.set(key, known);
    if (this.recent.size >= this.most) this.turnOver();
    return known.parts;
  }

  private turnOver() {
    this.older = this.recent;
    this.recent = new Map();
  }
}

const areSame = (some: readonly PartRow[], others: readonly PartRow[]): boolean => {
  if (some.length !== others.length) return false;
  for (let row = 0; row < some.length; row += 1) if (!isSameRow(some[row]!, others[row]!)) return false;
  return true;
};

const isSameRow = (one: PartRow, other: PartRow): boolean => {
  for (let column = 0; column < one.length; column += 1) if (!isSame(one[column]!, other[column]!)) return false;
  return true;
};

const isSame = (one: Stored | null, other: Stored | null): boolean =>
  one === other || (one !== null && other !== null && keyOf(one) === keyOf(other));
