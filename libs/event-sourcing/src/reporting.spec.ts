import { addressIn, EngineFault, engineFaultIn, OutcomeUnknown, reporting, type EngineListener } from './index.js';

class Gone extends Error {}

class Till {
  isGone = false;

  async take(stream: string): Promise<number> {
    if (this.isGone) throw new Gone(`secret of ${stream}`);
    return 1;
  }

  async put(): Promise<void> {
    throw new OutcomeUnknown(new Gone('secret'));
  }

  async refuse(): Promise<void> {
    throw new RangeError('no');
  }

  async reach(): Promise<void> {
    throw new Gone('secret', { cause: new Error('connect ECONNREFUSED') });
  }

  async *coins() {
    yield 1;
    throw new Gone('secret');
  }

  name() {
    return 'till';
  }
}

const watched = () => {
  const seen: string[] = [];
  const listener: EngineListener = {
    failed: ({ report }) => seen.push(`${report.call} ${report.category} ${report.kind}`),
    answered: (role) => seen.push(role),
  };
  const diagnose = (error: unknown) =>
    error instanceof Gone ? { state: 'LogAway' as const, kind: 'NoAnswer', meaning: 'does not answer' } : undefined;
  const till = new Till();
  const address = addressIn('esdb://ann:secret@here:1,there:2?tls=false');
  return {
    seen,
    till,
    store: reporting(till, { role: 'log', product: 'Till', address, diagnose, listener, now: () => 0 }),
  };
};

it('throws an error of an engine as a fault that quotes nothing, and tells how each call ended', async () => {
  const { seen, till, store } = watched();
  expect([await store.take('customer-c1'), store.name()]).toEqual([1, 'till']);
  till.isGone = true;
  const fault = await store.take('customer-c1').catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(EngineFault);
  expect(String(fault)).toBe('EngineFault: Till at here:1,there:2: does not answer');
  expect(seen).toEqual(['log', 'take customer NoAnswer']);
});

it('throws a fault for an error of a driver that has a cause', async () => {
  const { seen, store } = watched();
  await expect(store.reach()).rejects.toThrow(EngineFault);
  expect(seen).toEqual(['reach undefined NoAnswer']);
});

it('keeps an error that an engine has caused, and errors that are answers', async () => {
  const { seen, store } = watched();
  const unknown = await store.put().catch((error: unknown) => error);
  expect(unknown).toBeInstanceOf(OutcomeUnknown);
  expect(engineFaultIn(unknown)?.report.kind).toBe('NoAnswer');
  await expect(store.refuse()).rejects.toThrow(RangeError);
  expect(engineFaultIn(new RangeError('no'))).toBeUndefined();
  expect(seen).toEqual(['put undefined NoAnswer', 'log']);
});

it('covers values that arrive one by one', async () => {
  const { seen, store } = watched();
  await expect(Array.fromAsync(store.coins())).rejects.toThrow(EngineFault);
  expect(seen).toEqual(['log', 'coins undefined NoAnswer']);
});
