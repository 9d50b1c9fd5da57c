import { NO_STREAM } from '@annals/event-sourcing';

/** Revisions known to be in the log, of recently read or written streams; events are never removed. */
export class KnownRevisions {
  private readonly revisions = new Map<string, number>();

  constructor(
    /** Streams. */
    private readonly most = 20_000,
  ) {}

  has(stream: string, revision: number): boolean {
    return revision <= (this.revisions.get(stream) ?? NO_STREAM);
  }

  add(stream: string, revision: number): void {
    const known = this.revisions.get(stream) ?? NO_STREAM;
    this.revisions.delete(stream); // becomes the most recent
    this.revisions.set(stream, Math.max(known, revision));
    if (this.revisions.size > this.most) this.revisions.delete(this.revisions.keys().next().value!);
  }
}
