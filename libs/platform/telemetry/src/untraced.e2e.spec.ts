import { tracedProcess } from '../test/traced.js';

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

let traced: Awaited<ReturnType<typeof tracedProcess>>;
beforeEach(async () => (traced = await tracedProcess(undefined)));
afterEach(() => traced.close());

const rung = async (bell = 'a') => (await traced.log.read(`bell-${bell}`)).map((event) => event.traceparent);

it('keeps the trace of the caller', async () => {
  await traced.post('bells/a/ring', { traceparent });
  await traced.post('commands', { traceparent }, { commands: [{ type: 'Ring', bell: 'b' }] });
  expect(await rung('a')).toEqual([traceparent]);
  expect(await rung('b')).toEqual([traceparent]);
});

it.each([['none', {}] as const, ['a bad one', { traceparent: 'nonsense' }] as const])(
  'makes up none for %s',
  async (_, headers) => {
    expect((await traced.post('bells/a/ring', headers)).statusCode).toBe(200);
    expect((await traced.log.read('bell-a'))[0]).not.toHaveProperty('traceparent');
  },
);

it('takes a command that comes again under another trace for the same one', async () => {
  const once = (headers: Record<string, string>) =>
    traced.post('bells/a/ring', { ...headers, 'idempotency-key': 'ring-1' });
  const [first, again] = [await once({ traceparent }), await once({})];
  expect(again.json()).toEqual(first.json());
  expect(await rung()).toEqual([traceparent]);
});
