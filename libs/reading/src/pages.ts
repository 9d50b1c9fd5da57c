import type { PageParts } from '@annals/slice';
import { askPage, type AskedPage } from './customer-page.js';

/** The page of customers, asked for by callers with these and those rights. */
export class Pages {
  /** The rights that single parts need. */
  readonly rights: readonly string[];
  private readonly asked = new Map<string, AskedPage>();
  private today = '';

  constructor(private readonly page: PageParts) {
    this.rights = [...new Set(Object.values(page).flatMap(({ needs }) => needs ?? []))];
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
}
