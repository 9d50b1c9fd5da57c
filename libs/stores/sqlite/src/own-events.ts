/** The newest events of the log, as far as this connection has appended all of them: by type, where the last one is. */
export class OwnEvents {
  private from = 0;
  private upto = -1;
  private readonly last = new Map<string, number>();

  /** Events of these types were stored after a position. */
  add(after: number, types: readonly string[]): void {
    if (after !== this.upto) this.begin(after);
    for (const type of types) this.last.set(type, (this.upto += 1));
  }

  /** A position from `after` on up to which there is known to be no event of the types. */
  without(types: readonly string[], after: number): number {
    if (after < this.from || after >= this.upto) return after;
    return types.some((type) => (this.last.get(type) ?? 0) > after) ? after : this.upto;
  }

  /** Others have written in between. */
  private begin(after: number) {
    this.from = after;
    this.upto = after;
    this.last.clear();
  }
}
