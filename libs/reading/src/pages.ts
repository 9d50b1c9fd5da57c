import type { FoundPart } from '@annals/event-sourcing';
import type { PageParts } from '@annals/slice';
import { askPage, type AskedPage } from './customer-page.js';
import { tagged, type Tagged } from './known.js';

type Bodies = { whole?: Tagged | null; masked?: Tagged | null };

/** The rights that single parts of a page need. */
export const rightsOfPage = (page: PageParts): readonly string[] => [
  ...new Set(Object.values(page).flatMap(({ needs }) => needs ?? [])),
];

/** The page of customers, asked for by callers with these and those rights. */
export class Pages {
  /** The rights that single parts need. */
  readonly rights: readonly string[];
  private readonly asked = new Map<string, AskedPage>();
  private today = '';
  private readonly bodies = new WeakMap<readonly FoundPart[], Bodies>();

  constructor(private readonly page: PageParts) {
    this.rights = rightsOfPage(page);
  }

  /** On a day, for callers with some of the rights. */
  on(day: string, allowed: readonly string[]): AskedPage {
    return askPage(this.page, { today: day, isAllowed: (right) => allowed.includes(right) });
  }

  /** The same for today: one object for all callers with the same rights, which are in the order of `rights`. */
  now(today: string, allowed: readonly string[]): AskedPage {
    if (today !== this.today) this.asked.clear();
    this.today = today;
    const key = allowed.join();
    const asked = this.asked.get(key) ?? this.on(today, allowed);
    this.asked.set(key, asked);
    return asked;
  }

  /** The page as JSON, which is written once for as long as the same array is found; `null` as `AskedPage.answer` has it. */
  body(asked: AskedPage, customerId: string, found: readonly FoundPart[], masked: boolean): Tagged | null {
    const known = this.bodies.get(found) ?? {};
    this.bodies.set(found, known);
    const kind = masked ? 'masked' : 'whole';
    known[kind] ??= taggedPage(asked.answer(customerId, found, masked));
    return known[kind];
  }
}

const taggedPage = (page: ReturnType<AskedPage['answer']>) => page && tagged(page, page.revision);
