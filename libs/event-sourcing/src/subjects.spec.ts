import { MemoryEventStore } from '@annals/store-memory';
import { newEvent } from '@annals/testing';
import { z } from 'zod';
import { Contract, NO_STREAM, UpcastingEventStore, type NewEvent } from './index.js';

const employee = z.string().meta({ identifies: 'employee' });
const person = z.object({
  personId: z.string(),
  name: z.string().meta({ personal: { whose: 'contact', by: 'personId' } }),
});

const Met = Contract.of('Met')
  .v1(z.object({ by: z.string() }))
  .next(z.object({ by: employee.nullable(), with: z.array(person) }), ({ by }) => ({
    by,
    with: [{ personId: 'u-1:p1', name: 'unknown' }],
  }));

const log = new MemoryEventStore();
const store = new UpcastingEventStore(log, [Met]);
let streams = 0;

const appended = async (event: Partial<NewEvent>) => {
  const stream = `met-${(streams += 1)}`;
  await store.append(stream, NO_STREAM, [{ ...newEvent(stream, 'Met'), schemaVersion: 2, subject: 'u-1', ...event }]);
  const [[stored], [shown]] = await Promise.all([log.read(stream), store.read(stream)]);
  return { stored: stored!.subjects, shown: shown!.subjects };
};

const met = (by: string | null, ...ids: readonly string[]) => ({
  data: { by, with: ids.map((personId) => ({ personId, name: 'Li Na' })) },
});

describe('the persons whom an event is about', () => {
  it('are its customer and all persons that its data names by id, each once, and are stored with it', async () => {
    const all = ['customer/u-1', 'employee/e-7', 'contact/p-1', 'contact/p-2'];
    expect(await appended(met('e-7', 'p-1', 'p-2', 'p-1'))).toEqual({ stored: all, shown: all });
  });

  it('are not stored where it is the customer alone', async () =>
    expect(await appended(met(null))).toEqual({ stored: undefined, shown: ['customer/u-1'] }));

  it('are without a customer where the subject is none', async () => {
    expect(await appended({ ...met('e-7'), subject: '@organisation' })).toMatchObject({ shown: ['employee/e-7'] });
    expect(await appended({ ...met(null), subject: '@organisation' })).toEqual({ stored: undefined, shown: [] });
  });

  it('are found in what an older version has written, too', async () => {
    const old = { ...newEvent('old', 'Met'), subject: 'u-1', data: { by: 'e-7' } };
    await log.append('met-old', NO_STREAM, [old]);
    const subjects = ['customer/u-1', 'employee/e-7', 'contact/u-1:p1'];
    expect(await store.read('met-old')).toMatchObject([{ schemaVersion: 2, subjects }]);
  });

  it('stay those that were stored', async () => {
    const subjects = ['customer/u-1', 'customer/u-2'] as const;
    expect(await appended({ ...met('e-7'), subjects })).toEqual({ stored: subjects, shown: subjects });
  });

  it('are the customer where nobody knows the contract', async () =>
    expect(await appended({ type: 'Unheard' })).toMatchObject({ shown: ['customer/u-1'] }));
});
