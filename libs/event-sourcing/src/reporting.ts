import { EngineFault, type EngineReport, type EngineRole } from './engine-fault.js';

/** Receives the outcome of each call to an engine. */
export type EngineListener = {
  readonly failed: (fault: EngineFault) => void;
  readonly answered: (role: EngineRole) => void;
};

/** What a driver's error says of its engine; `undefined` if the engine has answered. */
export type Diagnosis = Pick<EngineReport, 'state' | 'kind' | 'meaning'>;

export type Reporting = Pick<EngineReport, 'role' | 'product' | 'address'> & {
  readonly diagnose: (error: unknown) => Diagnosis | undefined;
  /** A clock in milliseconds. */
  readonly now: () => number;
  readonly listener?: EngineListener | undefined;
};

type Call = { readonly name: string; readonly args: readonly unknown[]; readonly begun: number };

/**
 * The same store, whose failing calls throw `EngineFault` instead of errors of a driver; an error that has such an error as its
 * cause stays, with the fault as its cause. The listener receives the outcome of each call.
 */
export const reporting = <S extends object>(store: S, options: Reporting): S => {
  const methods = new Map<PropertyKey, unknown>();
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (!methods.has(name)) methods.set(name, observed(target, `${String(name)}`, value as Method, options));
      return methods.get(name);
    },
  });
};

type Method = (...args: readonly unknown[]) => unknown;

const observed =
  (target: object, name: string, method: Method, options: Reporting): Method =>
  (...args) => {
    const call = { name, args, begun: options.now() };
    const result = method.apply(target, args as unknown[]);
    if (result instanceof Promise) return settled(result, call, options);
    return isIterable(result) ? iterated(result, call, options) : result;
  };

const settled = async (result: Promise<unknown>, call: Call, options: Reporting) => {
  try {
    const value = await result;
    options.listener?.answered(options.role);
    return value;
  } catch (error) {
    throw translated(error, call, options);
  }
};

const isIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

async function* iterated(values: AsyncIterable<unknown>, call: Call, options: Reporting) {
  try {
    for await (const value of values) {
      options.listener?.answered(options.role);
      yield value;
    }
  } catch (error) {
    throw translated(error, call, options);
  }
}

const translated = (error: unknown, call: Call, options: Reporting): unknown => {
  if (error instanceof EngineFault) return error;
  const own = options.diagnose(error); // first, because errors of drivers have causes, too
  if (own) return told(own, error, call, options);
  const cause = error instanceof Error ? error.cause : undefined;
  const diagnosis = cause === undefined ? undefined : options.diagnose(cause);
  if (diagnosis) (error as Error).cause = told(diagnosis, cause, call, options);
  else options.listener?.answered(options.role);
  return error;
};

const told = (diagnosis: Diagnosis, error: unknown, call: Call, options: Reporting): EngineFault => {
  const fault = new EngineFault(reportOf(diagnosis, call, options), error);
  options.listener?.failed(fault);
  return fault;
};

const reportOf = (diagnosis: Diagnosis, { name, args, begun }: Call, options: Reporting): EngineReport => ({
  ...diagnosis,
  role: options.role,
  product: options.product,
  address: options.address,
  call: name,
  category: categoryOf(args[0]),
  duration: Math.round(options.now() - begun),
});

/** The part of the name of a stream or a collection that is no id. */
const categoryOf = (name: unknown): string | undefined =>
  typeof name === 'string' ? /^[a-z]+/i.exec(name)?.[0] : undefined;
