import { collectionOf, type PagePart } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';

/** A part of the page of a customer as a slice declares it. */
export type SlicePart<Name extends string = string, Type extends string = string> = {
  readonly part: PagePart;
  /** The right that the part needs besides that of the page. */
  readonly needs?: Name;
  /** The events that are on the page only for those who see the part. */
  readonly events?: readonly Type[];
};

/** The types of the events of contracts. */
export const eventTypes = <Type extends string>(contracts: readonly { readonly type: Type }[]): readonly Type[] =>
  contracts.map(({ type }) => type);

/** The parts of the page by their names. */
export type PageParts = Readonly<Record<string, SlicePart>>;

/** The views that the parts read. */
export const viewsOfPage = (page: PageParts): readonly AnyProjection[] =>
  Object.values(page).flatMap(({ part }) => Object.values(part.reads).map(({ view }) => view));

/** Each view once: a view may have a list and be read by a part of the page. */
export const once = (views: readonly AnyProjection[]): readonly AnyProjection[] => [
  ...new Map(views.map((view) => [collectionOf(view), view])).values(),
];
