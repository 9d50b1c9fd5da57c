import { ImmutableMap } from '@annals/event-sourcing';
import { isLatest } from './times.js';

/** What was said of a field, when it occurred, and its place among all facts, which sorts. */
export type Fact<Said> = { readonly at: string; readonly said: Said; readonly place: string };

type Entry<Facts> = { readonly at: string; readonly facts: Partial<Facts> };
type Name<Facts> = keyof Facts & string;

/**
 * What was said of the fields of a record, by when it occurred and not by when it was recorded; of two facts of one instant
 * the one that was recorded later counts. Instants are in the format of `toISOString()`. What counts now is found at once;
 * only of the past one fact after the other is looked at.
 */
export class History<Facts extends object> {
  private constructor(
    private readonly entries: ImmutableMap<Entry<Facts>>,
    private readonly latest: ImmutableMap<Fact<unknown>>,
    private readonly count: number,
  ) {}

  static none<Facts extends object>(): History<Facts> {
    return new History<Facts>(ImmutableMap.empty(), ImmutableMap.empty(), 0);
  }

  with(facts: Partial<Facts>, at: string): History<Facts> {
    const place = `${at}\n${`${this.count}`.padStart(9, '0')}`;
    const latest = Object.entries(facts)
      .filter(([field]) => isLatest(place, this.latest.get(field)?.place ?? null))
      .reduce((known, [field, said]) => known.with(field, { at, said, place }), this.latest);
    return new History(this.entries.with(place, { at, facts }), latest, this.count + 1);
  }

  /** The fact that counts at a moment; without a moment, the one that counts now. */
  last<Field extends Name<Facts>>(field: Field, moment = '~'): Fact<Facts[Field]> | undefined {
    const now = this.latest.get(field) as Fact<Facts[Field]> | undefined;
    if (!now || now.at <= moment) return now;
    let entry = this.entries.before(`${moment}~`);
    while (entry && !Object.hasOwn(entry[1].facts, field)) entry = this.entries.before(entry[0]);
    return entry && factIn(entry, field);
  }

  /** The last fact of any of these fields by a moment. */
  lastOf<Field extends Name<Facts>>(fields: readonly Field[], moment?: string): Fact<Facts[Field]> | undefined {
    const last = fields.flatMap((field) => this.last(field, moment) ?? []);
    return last.toSorted((one, other) => (one.place < other.place ? -1 : 1)).at(-1);
  }

  /** The facts that count at a moment, by field; takes a step for each fact until then. */
  at(moment: string): ReadonlyMap<Name<Facts>, Fact<Facts[Name<Facts>]>> {
    const known = new Map<Name<Facts>, Fact<Facts[Name<Facts>]>>();
    for (const entry of this.entries.between('', `${moment}~`))
      for (const field of Object.keys(entry[1].facts) as Name<Facts>[]) known.set(field, factIn(entry, field));
    return known;
  }

  /** The fact that counts next after a moment. */
  next<Field extends Name<Facts>>(field: Field, moment: string): Fact<Facts[Field]> | undefined {
    const now = this.latest.get(field);
    if (!now || now.at <= moment) return undefined;
    let entry = this.entries.after(`${moment}~`)!;
    while (!Object.hasOwn(entry[1].facts, field)) entry = this.entries.after(entry[0])!;
    return factIn(entry, field);
  }
}

const factIn = <Facts, Field extends Name<Facts>>(
  [place, { at, facts }]: readonly [string, Entry<Facts>],
  field: Field,
) => ({
  ...{ at, place },
  said: facts[field] as Facts[Field],
});

/** Since when values hold, by field; a field that is missing has its first value. */
export type Since = Readonly<Record<string, string>>;

/** Of values that are said of a moment those for which no later fact is known, and since when all values hold then. */
export const latestOf = <Values extends object>(
  since: Since,
  said: Values,
  at: string,
): { readonly values: Partial<Values>; readonly since: Since } => {
  const latest = Object.entries(said).filter(([field]) => isLatest(at, since[field] ?? null));
  return {
    values: Object.fromEntries(latest) as Partial<Values>,
    since: { ...since, ...Object.fromEntries(latest.map(([field]) => [field, at])) },
  };
};
