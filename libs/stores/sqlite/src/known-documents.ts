import type { StoredDocument } from '@annals/event-sourcing';

const MOST = 16 * 1024 * 1024; // characters of bodies in each half
const OVERHEAD = 200; // characters, of an entry besides its body

type Known = { readonly document: StoredDocument; readonly length: number };

/**
 * Documents as they were last read, so that a page need not parse again what has not changed. A position is that of one
 * state of the document, because a write at the same or a lower position changes nothing. Of two halves the older one is
 * forgotten when the other one is full.
 */
export class KnownDocuments {
  private recent = new Map<string, Known>();
  private older = new Map<string, Known>();
  private length = 0;

  constructor(private readonly most = MOST) {}

  /** The document at the position; `load` reads it, with the length of its body, if another one is known. */
  at(table: string, id: string, position: number, load: () => Known): StoredDocument {
    const key = table + id;
    const recent = this.recent.get(key);
    if (recent?.document.position === position) return recent.document;
    const older = this.older.get(key);
    return this.keep(key, older?.document.position === position ? older : load());
  }

  /** Must be called when a collection may have been replaced by another one of the same name. */
  forget() {
    this.turnOver();
    this.turnOver();
  }

  private keep(key: string, known: Known): StoredDocument {
    this.recent.set(key, known);
    this.length += known.length + OVERHEAD;
    if (this.length > this.most) this.turnOver();
    return known.document;
  }

  private turnOver() {
    this.older = this.recent;
    this.recent = new Map();
    this.length = 0;
  }
}
