import { DraftKeeper, type Entered, type KnownDraft } from './draft-keeper.js';
import { ApiProblem } from './problem.js';

const at = '2026-01-05T09:00:00.000Z';
const entered = (summary: string): Entered => ({ values: { summary }, revision: null });

/** A server that answers when it is let. */
class Server {
  draft: KnownDraft | null = null;
  readonly asked: string[] = [];
  fails: unknown;
  private readonly held: (() => void)[] = [];
  isHeld = false;

  private async answer<Value>(what: string, make: () => Value): Promise<Value> {
    this.asked.push(what);
    if (this.isHeld) await new Promise<void>((resolve) => this.held.push(resolve));
    if (this.fails !== undefined) throw this.fails as Error;
    return make();
  }

  release() {
    this.isHeld = false;
    for (const go of this.held.splice(0)) go();
  }

  readonly store = {
    read: () => this.answer('read', () => this.draft),
    save: (next: Entered) =>
      this.answer(`save ${String(next.values['summary'])}`, () => (this.draft = { ...next, savedAt: at })),
    discard: () => this.answer('discard', () => void (this.draft = null)),
  };
}

let server: Server;
let keeper: DraftKeeper;
beforeEach(() => {
  jest.useFakeTimers();
  server = new Server();
  keeper = new DraftKeeper(server.store);
});
afterEach(() => jest.useRealTimers());

it('saves what was entered last, with one request at a time', async () => {
  await keeper.read();
  server.isHeld = true;
  keeper.keep(entered('a'));
  const first = keeper.flush();
  keeper.keep(entered('ab'));
  keeper.keep(entered('abc'));
  const second = keeper.flush();
  expect(server.asked).toEqual(['read', 'save a']);
  server.release();
  await Promise.all([first, second]);
  expect(server.asked).toEqual(['read', 'save a', 'save abc']);
  expect(keeper.latest).toEqual({ ...entered('abc'), savedAt: at });
});

it('saves by itself a moment after the first key', async () => {
  await keeper.read();
  keeper.keep(entered('a'));
  await jest.advanceTimersByTimeAsync(900);
  keeper.keep(entered('ab'));
  await jest.advanceTimersByTimeAsync(100);
  expect(server.asked).toEqual(['read', 'save ab']);
});

it('saves nothing before it knows what the server has', async () => {
  server.draft = { ...entered('before'), savedAt: at };
  keeper.keep(entered('a'));
  await keeper.flush();
  expect(server.asked).toEqual([]);
  expect(await keeper.read()).toMatchObject(entered('before'));
  await jest.advanceTimersByTimeAsync(1_000);
  expect(server.asked).toEqual(['read', 'save a']);
});

it('discards after what is being saved, and asks for nothing where the server has nothing', async () => {
  await keeper.read();
  keeper.discard();
  await keeper.flush();
  keeper.keep(entered('a'));
  const saving = keeper.flush();
  keeper.discard();
  await saving;
  await keeper.flush();
  expect([server.asked, server.draft, keeper.latest]).toEqual([['read', 'save a', 'discard'], null, null]);
});

it('discards a draft of which it does not know yet', async () => {
  server.draft = { ...entered('before'), savedAt: at };
  keeper.discard();
  await keeper.flush();
  expect([server.asked, server.draft]).toEqual([['discard'], null]);
});

it('saves again what could not be saved, or what was entered since', async () => {
  await keeper.read();
  server.fails = new ApiProblem(503, {});
  keeper.keep(entered('a'));
  await keeper.flush();
  expect(await keeper.read()).toMatchObject(entered('a'));
  keeper.keep(entered('ab'));
  server.fails = undefined;
  await jest.advanceTimersByTimeAsync(10_000);
  expect(server.draft).toMatchObject(entered('ab'));
});

it('brings nothing back that was discarded while it could not be saved', async () => {
  await keeper.read();
  server.isHeld = true;
  keeper.keep(entered('a'));
  const saving = keeper.flush();
  keeper.discard();
  server.fails = new ApiProblem(503, {});
  server.release();
  await saving;
  server.fails = undefined;
  await jest.advanceTimersByTimeAsync(10_000);
  expect([server.draft, await keeper.read()]).toEqual([null, null]);
});

it('keeps in the page what the server has refused, and does not repeat it', async () => {
  await keeper.read();
  server.fails = new ApiProblem(413, {});
  keeper.keep(entered('a'));
  await keeper.flush();
  expect(keeper.isUnsaved).toBe(false);
  server.fails = undefined;
  expect(await keeper.read()).toMatchObject(entered('a'));
  expect(server.asked).toEqual(['read', 'save a']);
});

it('waits for its user while nobody is signed in', async () => {
  await keeper.read();
  server.fails = new ApiProblem(401, {});
  keeper.keep(entered('a'));
  await keeper.flush();
  keeper.pause();
  server.fails = undefined;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(server.draft).toBeNull();
  keeper.resume();
  await keeper.flush();
  expect(server.draft).toMatchObject(entered('a'));
});
