import { ApiProblem } from './problem.js';

/** What was entered, by name of the field, and the revision of the record that was shown when the user began. */
export type Entered = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly revision: number | null;
};

export type KnownDraft = Entered & { readonly savedAt: string };

/** Where the draft of a form is kept. Throws `ApiProblem` and `Unreachable`. */
export type DraftStore = {
  readonly read: () => Promise<KnownDraft | null>;
  /** `isLeaving` while the page is left. */
  readonly save: (entered: Entered, isLeaving: boolean) => Promise<KnownDraft>;
  readonly discard: () => Promise<void>;
};

const PAUSE = 1_000; // ms in which what is typed is gathered
const AGAIN = 10_000; // ms until what could not be saved is saved again

const WORTH_REPEATING = [401, 408, 429];

/** What the server refuses for its content it refuses again. */
const isForGood = (error: unknown) =>
  error instanceof ApiProblem && error.status < 500 && !WORTH_REPEATING.includes(error.status);

/** Keeps the draft of one form: of what was entered the last, with one request at a time. */
export class DraftKeeper {
  /** As it was entered last in this page, or read last. */
  latest: KnownDraft | null = null;
  /** What has to be saved; `null` if the draft has to be discarded. */
  private next: Entered | null | undefined;
  /** Nothing is saved before it is known what the server has. */
  private isRead = false;
  /** Whether the server may have it. */
  private isStored = true;
  /** Whether what was entered last is kept in this page only, because the server does not take it. */
  private isRefused = false;
  private isPaused = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;

  constructor(private readonly store: DraftStore) {}

  /** What the server has, or what was entered here if that could not be saved yet. */
  async read(): Promise<KnownDraft | null> {
    await this.flush();
    if (this.isRead && (this.isUnsaved || this.isRefused)) return this.latest;
    const found = await this.store.read();
    [this.isRead, this.isStored] = [true, found !== null];
    if (this.isUnsaved) this.plan(PAUSE);
    return found;
  }

  get isUnsaved(): boolean {
    return this.next !== undefined;
  }

  keep(entered: Entered): void {
    this.latest = { ...entered, savedAt: new Date().toISOString() };
    this.next = entered;
    this.plan(PAUSE);
  }

  discard(): void {
    this.latest = null;
    this.next = null;
    void this.flush();
  }

  /** Until `resume`, because another user may sign in. */
  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
    void this.flush();
  }

  /** Saves what has to be saved now. Does not throw: what cannot be saved is saved later. */
  async flush(isLeaving = false): Promise<void> {
    this.stopWaiting();
    while (this.sending) await this.sending;
    if (!this.isDue) return;
    this.sending = this.send(isLeaving).finally(() => (this.sending = undefined));
    await this.sending;
  }

  private get isDue(): boolean {
    return !this.isPaused && (this.next === null || (this.next !== undefined && this.isRead));
  }

  private async send(isLeaving: boolean): Promise<void> {
    while (this.isDue) {
      const next = this.next as Entered | null;
      this.next = undefined;
      try {
        await this.give(next, isLeaving);
      } catch (error) {
        this.isRefused = isForGood(error);
        if (this.isRefused) continue;
        if (!this.isUnsaved) this.next = next;
        return this.plan(AGAIN);
      }
    }
  }

  private async give(next: Entered | null, isLeaving: boolean): Promise<void> {
    this.isRefused = false;
    if (next === null) {
      if (this.isStored) await this.store.discard();
      this.isStored = false;
      return;
    }
    this.isStored = true;
    const saved = await this.store.save(next, isLeaving);
    if (this.next === undefined && this.latest) this.latest = saved;
  }

  private plan(milliseconds: number): void {
    this.timer ??= setTimeout(() => void this.flush(), milliseconds);
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
