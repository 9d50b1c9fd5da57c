import type { FoundPart } from '@annals/event-sourcing';
import { keyOf, type Stored } from './scalars.js';

const MOST = 1_000; // answers in each half

/** A row of a prepared statement. */
export type PartRow = readonly (Stored | null)[];

/** The rows of each read about a subject. */
export type Rows = readonly (readonly PartRow[])[];

/** `state` is the number of the state of the file in which the rows were found. */
type Known = { readonly state: number; readonly rows: Rows; readonly parts: readonly FoundPart[] };

/** A question about a subject. */
export type SubjectQuestion = {
  readonly key: string;
  /** The number of the state of the file. */
  readonly state: number;
  readonly rows: () => Rows;
  readonly partsOf: (rows: Rows) => readonly FoundPart[];
};

/** The last answers about subjects, each for as long as the same rows are found. Of two halves the older one is forgotten when the other one is full. */
export class KnownSubjects {
  private recent = new Map<string, Known>();
  private older = new Map<string, Known>();

  constructor(private readonly most = MOST) {}

  /** The same array as before for the same rows, which are not read again in the same state of the file. */
  parts(question: SubjectQuestion): readonly FoundPart[] {
    const { key, state } = question;
    const recent = this.recent.get(key);
    const known = recent ?? this.older.get(key);
    const now = known?.state === state ? known : answered(question, known);
    return now === recent ? now.parts : this.keep(key, now);
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

const answered = ({ state, rows: find, partsOf }: SubjectQuestion, known: Known | undefined): Known => {
  const rows = find();
  const isSame = known !== undefined && areAlike(known.rows, rows, areSameRows);
  return isSame ? { ...known, state } : { state, rows, parts: partsOf(rows) };
};

const areAlike = <Each>(some: readonly Each[], others: readonly Each[], alike: (one: Each, other: Each) => boolean) => {
  if (some.length !== others.length) return false;
  for (let index = 0; index < some.length; index += 1) if (!alike(some[index]!, others[index]!)) return false;
  return true;
};

const isSame = (one: Stored | null, other: Stored | null): boolean =>
  one === other || (one !== null && other !== null && keyOf(one) === keyOf(other));

const isSameRow = (one: PartRow, other: PartRow): boolean => areAlike(one, other, isSame);

const areSameRows = (some: readonly PartRow[], others: readonly PartRow[]): boolean =>
  areAlike(some, others, isSameRow);
