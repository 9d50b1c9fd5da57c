/** Serialises writes per stream; writes to different streams may share a commit. */
export class Queues {
  private readonly last = new Map<string, Promise<unknown>>();

  alone<T>(stream: string, work: () => Promise<T>): Promise<T> {
    const done = (this.last.get(stream) ?? Promise.resolve()).then(work);
    const settled = done.then(nothing, nothing).then(() => {
      if (this.last.get(stream) === settled) this.last.delete(stream);
    });
    this.last.set(stream, settled);
    return done;
  }
}

const nothing = () => undefined;
