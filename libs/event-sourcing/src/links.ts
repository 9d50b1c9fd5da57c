/** From the event at a position on, the file of a customer belongs to another customer, or not to that one any more. */
export type Link = { readonly position: number; readonly file: string } & (
  { readonly survivor: string } | { readonly survivor: null; readonly from: string }
);

/** Which files belong to which customer, at any position of the log. */
export class Links {
  private readonly byFile = new Map<string, readonly Link[]>();
  private readonly everJoined = new Map<string, Set<string>>();

  constructor(links: Iterable<Link> = []) {
    for (const link of links) this.add(link);
  }

  get isEmpty(): boolean {
    return this.byFile.size === 0;
  }

  /** One that is known already changes nothing. Links of one file come in the order of the log. */
  add(link: Link): void {
    const known = this.byFile.get(link.file) ?? [];
    if (known.some(({ position }) => position >= link.position)) return;
    if (link.survivor === null && this.survivorOf(link.file) !== link.from) return;
    this.byFile.set(link.file, [...known, link]);
    if (link.survivor === null) return;
    this.joined(link.survivor).add(link.file);
    this.joined(link.file).add(link.survivor);
  }

  /** The customer to whom a file belongs after the event at a position, by default now. */
  customerOf(file: string, at = Infinity): string {
    const seen = new Set<string>();
    let customer = file;
    for (;;) {
      const survivor = this.survivorOf(customer, at);
      if (survivor === null || seen.has(survivor)) return customer;
      seen.add(survivor);
      customer = survivor;
    }
  }

  /** The file into which a file was merged directly, `null` for none. */
  survivorOf(file: string, at = Infinity): string | null {
    return this.byFile.get(file)?.findLast(({ position }) => position <= at)?.survivor ?? null;
  }

  /** The files of all customers that a file was ever one customer with, itself first. */
  everWith(file: string): readonly string[] {
    const found = new Set([file]);
    for (const each of found) for (const other of this.everJoined.get(each) ?? []) found.add(other);
    return [...found];
  }

  private joined(file: string): Set<string> {
    const known = this.everJoined.get(file) ?? new Set();
    this.everJoined.set(file, known);
    return known;
  }
}
