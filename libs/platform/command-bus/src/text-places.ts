import { inside, longestText, plain, type Schema } from './inner-schemas.js';

const NAMES = 200; // of members that a place remembers: callers make up the names of a record

/** What a value may be, with what is known of its free texts, so that schemas are looked into once instead of for each value. */
export class TextPlace {
  /** Of all free texts that the schemas take; `undefined` if they take none. */
  readonly longest: number | undefined;
  /** That no schema takes anything here. */
  readonly isClosed: boolean;
  private readonly members = new Map<string, TextPlace>();

  constructor(private readonly schemas: readonly Schema[]) {
    const longest = schemas.flatMap((schema) => longestText(schema) ?? []);
    this.longest = longest.length === 0 ? undefined : Math.max(...longest);
    this.isClosed = schemas.length === 0;
  }

  /** The place of a member or an entry of a list. */
  at(name: string): TextPlace {
    const known = this.members.get(name);
    if (known) return known;
    const place = new TextPlace(this.schemas.flatMap((schema) => innerOf(schema, name)));
    if (this.members.size < NAMES) this.members.set(name, place);
    return place;
  }
}

/** Every value in any JSON is any JSON. */
const innerOf = (schema: Schema, name: string) => (longestText(schema) === Infinity ? [schema] : inside(schema, name));

const places = new WeakMap<Schema, TextPlace>();

export const textPlaceOf = (schema: Schema): TextPlace => {
  const known = places.get(schema) ?? new TextPlace(plain(schema));
  places.set(schema, known);
  return known;
};
