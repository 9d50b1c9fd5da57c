import { NO_STREAM } from '@annals/event-sourcing';

/** Revisions that are surely in the log, of the streams that were read or written last: what is there once is there for ever. */
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
    this.revisions.delete(stream); // to the end of those that leave
    this.revisions.set(stream, Math.max(known, revision));
    if (this.revisions.size > this.most) this.revisions.delete(this.revisions.keys().next().value!);
  }
}
