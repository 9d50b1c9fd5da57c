const QUIET = 60_000; // milliseconds
const MOST = 1_000; // texts

/** The same line again and again becomes one line a minute with its count. */
export class Repeats {
  private readonly said = new Map<string, { at: number; more: number }>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** The line to write now, if any; `key` is what makes two lines the same. */
  line(key: string, text = key): string | undefined {
    const at = this.now();
    const before = this.said.get(key);
    if (before && at - before.at < QUIET) {
      before.more += 1;
      return undefined;
    }
    this.said.delete(key); // the oldest come first
    this.said.set(key, { at, more: 0 });
    if (this.said.size > MOST) this.said.delete(this.said.keys().next().value!);
    return before?.more
      ? `${text} (${before.more} times more in the last ${Math.round((at - before.at) / 1_000)} s)`
      : text;
  }
}
