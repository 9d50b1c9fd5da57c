import { AsyncLocalStorage } from 'node:async_hooks';

const counting = new AsyncLocalStorage<string[]>();

/** The same store, whose reads `readsOf` counts. */
export const counted = <Store extends object>(store: Store): Store =>
  new Proxy(store, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]): unknown => {
        counting.getStore()?.push(kindOf(String(name), args[0]));
        return Reflect.apply(member, target, args);
      };
    },
  });

/** What was done, and the kinds of reads of counted stores that it took, in no order. */
export const readsOf = async <T>(action: () => Promise<T>): Promise<readonly [done: T, kinds: readonly string[]]> => {
  const kinds: string[] = [];
  const done = await counting.run(kinds, action);
  return [done, kinds.toSorted()];
};

type Read = { readonly view: string; readonly ids?: unknown };

/** `get customer-places`, `readViews customer-places by id`: what is read, and not what is asked for. */
const kindOf = (name: string, asked: unknown): string => {
  if (typeof asked === 'string') return `${name} ${asked}`;
  const reads = Array.isArray(asked) ? asked.filter(isRead) : [];
  return [name, ...reads.map(({ view, ids }) => `${view}${ids ? ' by id' : ''}`)].join(' ');
};

const isRead = (each: unknown): each is Read => typeof each === 'object' && each !== null && 'view' in each;
