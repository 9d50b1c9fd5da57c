import { z } from 'zod';
import { partProblems } from './parts.problems.js';
import { expected } from './expected.js';
import { contentOf } from './same-content.js';

/** A kind of part with an id, such as the contact persons of a customer or the lines of a deal. */
export type PartKind<Id extends string = string> = {
  /** The name of the field with the id. */
  readonly id: Id;
  /** The prefix of generated ids: `p` for `u-1:p1`, the first part of `u-1`. */
  readonly letter: string;
  /** The field by which a part without an id is recognised if its content has changed. */
  readonly by: string;
};

/** The id of a part as callers send it: their own key, or the id in Annals. */
export const givenPartId = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._:-]{0,200}$/,
    expected(
      'an id of up to 201 letters, digits and `.` `_` `:` `-` that begins with a letter or a digit',
      '编号，由不超过 201 个字母、数字和 `.` `_` `:` `-` 组成，以字母或数字开头',
    ),
  );

/** The id of a part begins with the id of its owner and a colon, so that it is globally unique. */
export const partId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,301}$/);

type Part<Id extends string> = { readonly [K in Id]?: string | undefined };
type WithId<P, Id extends string> = Omit<P, Id> & { readonly [K in Id]: string };

/** Numbers parts without ids by their places. */
export const numbered = <Id extends string, P extends object>(
  { id, letter }: PartKind<Id>,
  whole: string,
  parts: readonly P[],
) => parts.map((part, index) => ({ [id]: idAt(whole, letter, index + 1), ...part }) as WithId<P, Id>);

/** The highest number in generated ids of these parts, or `before` if that is higher. */
export const lastNumber = <Id extends string>(
  { id, letter }: PartKind<Id>,
  whole: string,
  parts: readonly Part<Id>[],
  before = 0,
): number => {
  const start = `${whole}:${letter}`;
  const numbers = parts
    .map((part) => part[id] ?? '')
    .filter((each) => each.startsWith(start) && /^[1-9]\d{0,8}$/.test(each.slice(start.length)))
    .map((each) => Number(each.slice(start.length)));
  return numbers.reduce((most, number) => Math.max(most, number), before);
};

/** The known parts, and the highest number that was ever generated. */
export type KnownParts<Id extends string> = { readonly parts: readonly Part<Id>[]; readonly last: number };

/**
 * The parts with their ids. A given id is kept; a part without one gets the id of the known part with the same content,
 * else that of a known part with the same key field, else the next unused number. Rejects with `PartNamedTwice`.
 */
export const identified = <Id extends string, P extends Part<Id>>(
  kind: PartKind<Id>,
  whole: string,
  given: readonly P[],
  { parts, last }: KnownParts<Id> = { parts: [], last: 0 },
): WithId<P, Id>[] => {
  const own = given.map((part) => within(whole, part[kind.id]));
  const same = recognised(kind, given, own, parts, (part) => contentOf({ ...part, [kind.id]: undefined }));
  const alike = recognised(kind, given, same, parts, (part) => String((part as Record<string, unknown>)[kind.by]));
  const ids = withNext(alike, whole, kind.letter, last);
  const seen = new Set<string>();
  for (const id of ids) if (seen.size === seen.add(id).size) partProblems.reject('PartNamedTwice', { part: id });
  return given.map((part, index) => ({ ...part, [kind.id]: ids[index]! }) as WithId<P, Id>);
};

/** A given id of a part with the id of its owner before it. */
export const wholeId = (whole: string, id: string): string => (id.startsWith(`${whole}:`) ? id : `${whole}:${id}`);

type Ids = readonly (string | undefined)[];

const idAt = (whole: string, letter: string, number: number) => `${whole}:${letter}${number}`;

const within = (whole: string, id: string | undefined) => (id === undefined ? id : wholeId(whole, id));

/** Ids of known parts for the given parts without an id that have the same key; each id is used once. */
const recognised = <Id extends string>(
  { id }: PartKind<Id>,
  given: readonly Part<Id>[],
  ids: Ids,
  known: readonly Part<Id>[],
  keyOf: (part: Part<Id>) => string,
): Ids => {
  if (known.length === 0) return ids;
  const taken = new Set(ids);
  const free = Map.groupBy(
    known.toReversed().filter((part) => !taken.has(part[id])),
    keyOf,
  );
  return given.map((part, index) => ids[index] ?? free.get(keyOf(part))?.pop()?.[id]);
};

const withNext = (ids: Ids, whole: string, letter: string, last: number): readonly string[] => {
  const taken = new Set(ids);
  let number = last;
  const next = () => {
    do number += 1;
    while (taken.has(idAt(whole, letter, number)));
    return idAt(whole, letter, number);
  };
  return ids.map((id) => id ?? next());
};
