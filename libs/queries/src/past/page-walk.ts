import { isRecounting, typesOf, type FoldedViews, type RecordedEvent } from '@annals/event-sourcing';
import { auditEntries } from '@annals/projections-audit';
import { askPage, type AskedPage, type PageQuestion } from '@annals/reading';
import type { PageParts, SlicePart } from '@annals/slice';
import type { CustomerView } from '../customers/view.js';
import { changesOf, type PageChange } from './page-changes.js';

type Fields = Readonly<Record<string, unknown>>;

/** Whose page, and what the caller may see of it. */
export type Viewpoint = Omit<PageQuestion, 'today'> & { readonly customerId: string; readonly masked: boolean };

/** Fields of the page that tell what happened, not what is so. */
const TOLD: readonly (keyof CustomerView)[] = ['events', 'changes', 'revision'];

/** The views that a part reads. */
export const viewsOf = (part: SlicePart['part']) => Object.values(part.reads).map(({ view }) => view);
const isNoHistory = ({ name }: { readonly name: string }) => name !== auditEntries.name;

/** The parts that are folded for themselves: all but the list of events, which is the history. */
export const partsThatChange = (page: PageParts): PageParts =>
  Object.fromEntries(Object.entries(page).filter(([, { part }]) => viewsOf(part).every(isNoHistory)));

/** The page of a customer, event by event. After each event, only the parts that it can change are read again. */
export class PageWalk {
  private readonly types: ReadonlyMap<string, ReadonlySet<string>>;
  private today = '';
  /** The whole page of the day, and each of its parts. */
  private whole!: AskedPage;
  private asked: ReadonlyMap<string, AskedPage> = new Map();
  private shown: Fields = {};

  /** Goes on from these views, which it changes. */
  constructor(
    private readonly parts: PageParts,
    private readonly views: FoldedViews,
    private readonly of: Viewpoint,
    today: string,
  ) {
    const typesByPart = Object.entries(parts).map(
      ([name, { part }]) => [name, new Set(viewsOf(part).flatMap(typesOf))] as const,
    );
    this.types = new Map(typesByPart);
    this.on(today);
  }

  /** As it stands on the day of the last step; `null` if nothing is known of the customer yet. */
  get page(): object | null {
    return this.answerOf(this.whole);
  }

  /** What an event changed on the page of that day. What the day alone changed is not its doing. */
  take(event: RecordedEvent, today: string): readonly PageChange[] {
    if (today !== this.today) this.on(today);
    this.views.add([event]);
    const before = this.shown;
    const names = Object.keys(this.parts).filter(
      (name) => isRecounting(event) || this.types.get(name)!.has(event.type),
    );
    this.show(names);
    return names.flatMap((name) => changesOf(before[name], this.shown[name]));
  }

  /** Goes on to another day. */
  on(today: string): void {
    const ask = (parts: PageParts) => askPage(parts, { today, isAllowed: this.of.isAllowed });
    this.today = today;
    this.whole = ask(this.parts);
    this.asked = new Map(Object.entries(this.parts).map(([name, part]) => [name, ask({ [name]: part })]));
    this.show(Object.keys(this.parts));
  }

  /** What of the page is so. */
  get state(): Fields {
    return stateIn(this.page);
  }

  private show(names: readonly string[]) {
    const read = names.map((name) => [name, stateIn(this.answerOf(this.asked.get(name)!))] as const);
    this.shown = { ...this.shown, ...Object.fromEntries(read) };
  }

  private answerOf({ reads, answer }: AskedPage): object | null {
    const { customerId, masked } = this.of;
    const page = answer(customerId, this.views.read(reads.of(customerId)), masked);
    return page && { ...page, revision: null }; // only what is now can be changed
  }
}

/** What of an answer is so. */
export const stateIn = (answer: object | null): Fields =>
  Object.fromEntries(Object.entries(answer ?? {}).filter(([field]) => !(TOLD as readonly string[]).includes(field)));
