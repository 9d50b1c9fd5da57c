import { cancelled } from './refusals.js';

/** The place of an append among those of one call. */
export type Turn = {
  /** Comes when the one before it is on its way to the disk, or is refused. Fails when the call has ended. */
  readonly mine: Promise<void>;
  /** Lets the next one go on. */
  pass(): void;
};

/** Turns in the order in which they are asked for. */
export class Turns {
  private last: Promise<void> = Promise.resolve();
  private readonly over = Promise.withResolvers<never>();

  constructor() {
    this.over.promise.catch(() => undefined);
  }

  next(): Turn {
    const { promise, resolve } = Promise.withResolvers<void>();
    const mine = Promise.race([this.last, this.over.promise]);
    mine.catch(() => undefined);
    this.last = this.last.then(() => promise);
    return { mine, pass: resolve };
  }

  /** Nothing more is carried out. */
  end() {
    this.over.reject(cancelled());
  }
}
