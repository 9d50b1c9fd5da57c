/** Counts every property and element that is read of the watched values, at any depth. */
export class StepCounter {
  private count = 0;
  private readonly watched = new WeakMap<object, object>();
  private readonly originals = new WeakMap<object, object>();

  get steps(): number {
    return this.count;
  }

  /** A proxy that behaves like the value and counts reads. */
  watch<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value;
    const original = this.originals.get(value) ?? value;
    const known = this.watched.get(original) ?? this.proxyOf(original);
    return known as T;
  }

  private proxyOf(original: object) {
    const proxy = new Proxy(original, {
      get: (target, name, receiver) => {
        this.count += 1;
        return this.watch(Reflect.get(target, name, receiver) as unknown);
      },
    });
    this.watched.set(original, proxy);
    this.originals.set(proxy, original);
    return proxy;
  }
}
