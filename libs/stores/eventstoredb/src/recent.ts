/** Names that were added a short time ago, of many those that were added last. */
export class Recent {
  private readonly added = new Map<string, number>();

  constructor(
    private readonly limit: { readonly most: number; readonly milliseconds: number },
    private readonly now: () => number = () => performance.now(),
  ) {}

  has(name: string): boolean {
    const since = this.added.get(name);
    return since !== undefined && this.now() - since < this.limit.milliseconds;
  }

  add(name: string): void {
    this.added.delete(name); // becomes the most recent
    this.added.set(name, this.now());
    if (this.added.size > this.limit.most) this.added.delete(this.added.keys().next().value!);
  }

  delete(name: string): void {
    this.added.delete(name);
  }
}
