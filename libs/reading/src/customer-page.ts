import { maskedAt } from '@annals/access';
import type { FoundPart, PagePart, PageRead, PageRequest, SubjectReads, ViewRead } from '@annals/event-sourcing';
import type { PageParts } from '@annals/slice';

/** On which day, and whether the caller has a right there. */
export type PageQuestion = Pick<PageRequest, 'today'> & { readonly isAllowed: (right: string) => boolean };

/** `revision` is that of the customer, `null` for one of whom only others have recorded something. */
type Page = { readonly customerId: string; readonly revision: number | null };

/** The page of any customer, whose reads are known. */
export type AskedPage = {
  readonly reads: SubjectReads;
  /** The types of events that are of the parts alone that the caller has no right to see. */
  readonly hidden: ReadonlySet<string>;
  /**
   * The page from what the reads about a customer found: `null` for each field of a part that the caller has no right to
   * see. `null` if nothing was found, or only what is beside the page.
   */
  readonly answer: (customerId: string, found: readonly FoundPart[], masked: boolean) => Page | null;
};

type Chosen = { readonly part: PagePart; readonly reads: readonly (readonly [name: string, read: PageRead])[] };

const isEmpty = ({ documents, groups }: FoundPart) => documents.length + groups.length === 0;

/** The page of a customer is put together when it is read, so that an event updates only small documents of its own slice. */
export const askPage = (page: PageParts, { isAllowed, today }: PageQuestion): AskedPage => {
  const isSeen = ({ needs }: PageParts[string]) => needs === undefined || isAllowed(needs);
  const unseen = Object.values(page).filter((each) => !isSeen(each));
  const hidden = new Set(unseen.flatMap(({ events = [] }) => events));
  const nothing = Object.fromEntries(unseen.flatMap(({ part }) => fieldsOf(part).map((field) => [field, null])));
  const chosen = Object.values(page)
    .filter(isSeen)
    .map(({ part }): Chosen => ({ part, reads: Object.entries(part.reads) }));
  const beside = chosen.flatMap(({ part, reads }) => reads.map(() => part.beside === true));
  return {
    hidden,
    reads: { of: (customerId) => readsOf(chosen, { customerId, today, hidden }) },
    answer: (customerId, found, masked) => {
      if (found.every((part, index) => beside[index] || isEmpty(part))) return null;
      const { parts, revision } = answersOf(chosen, found, masked);
      return Object.assign({ customerId, revision }, ...parts, nothing) as Page;
    },
  };
};

const readsOf = (chosen: readonly Chosen[], request: PageRequest): readonly ViewRead[] => {
  const all: ViewRead[] = [];
  for (const { reads } of chosen) {
    const first = all.length;
    for (const [, { view, asked, within }] of reads) {
      const unless = reads.findIndex(([name]) => name === within);
      all.push({ view: view.name, ...(unless < 0 ? {} : { unless: first + unless }), ...asked(request) });
    }
  }
  return all;
};

/** The fields of the page that a part answers. */
export const fieldsOf = ({ answer }: PagePart): readonly string[] => Object.keys(answer.schema.shape);

const answersOf = (chosen: readonly Chosen[], found: readonly FoundPart[], masked: boolean) => {
  const rest = found.values();
  const answered = chosen.map(({ part, reads }) => {
    const values = Object.fromEntries(reads.map(([name, read]) => [name, valueOf(read, rest.next().value!, masked)]));
    return { answer: part.answer.of(values), revision: part.revision?.(values) };
  });
  const revision = answered.find((each) => each.revision !== undefined)?.revision ?? null;
  return { parts: answered.map(({ answer }) => answer), revision };
};

const valueOf = ({ personal, found }: PageRead, { documents, groups }: FoundPart, masked: boolean): unknown => {
  const bodies = documents.map(({ body }) => (masked ? maskedAt(body, personal) : body));
  return found(bodies, groups);
};
