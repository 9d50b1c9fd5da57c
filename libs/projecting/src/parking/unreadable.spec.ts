import { Contract, UpcastingEventStore } from '@annals/event-sourcing';
import { counted, moved, PATIENCE, tallies, unrelated } from '@annals/testing';
import { z } from 'zod';
import { decision } from '../../test/parking.js';
import { broken, NEWER, stage, voidOf } from '../../test/unreadable.js';
import { Projector, rebuild, retryParked, skipParked, status, StillParked } from '../index.js';

it('parks the document that an unreadable event names, and names the event', async () => {
  const { told, run, shown, parked, log, store } = stage();
  await told('s', counted('a'), broken('a'), counted('b'), counted('a'));
  await run();
  expect(await shown()).toEqual(
    new Map([
      ['a', { sum: 1, marks: [1] }],
      ['b', { sum: 1, marks: [1] }],
    ]),
  );
  const message =
    'Event s-1 (Counted), revision 1 of s at position 2, cannot be read: ' +
    'its data does not have the shape of its version (by).';
  const unreadable = { stream: 's', revision: 1, reason: 'DataInvalid' };
  expect(await parked()).toMatchObject([{ key: 'a', position: 2, message, unreadable, waiting: { events: 1 } }]);
  expect(await status(log, store, [tallies])).toMatchObject([{ state: 'live', parked: 1, position: 4 }]);
});

it('parks the documents of the other events of its stream if it names none, else the stream', async () => {
  const { told, run, parked } = stage();
  await told('s', moved('a', 'b'), unrelated, voidOf('Counted'));
  await told('t', voidOf('Moved'));
  await run();
  expect((await parked()).map(({ key, position }) => [key, position])).toEqual([
    ['a', 3],
    ['b', 3],
    ['t', 4],
  ]);
});

it('parks nothing for a type that no view knows', async () => {
  const { told, run, shown, parked } = stage();
  await told('s', voidOf('Unheard'), counted('a'));
  await run();
  expect([await parked(), (await shown()).size]).toEqual([[], 1]);
});

it('takes it when a newer program can read it, and else keeps it', async () => {
  const { told, run, shown, raw, log, store } = stage();
  await told('s', counted('a'), broken('a'), counted('a'));
  await run();
  await expect(retryParked(log, store, tallies, 'a')).rejects.toThrow(StillParked);
  await retryParked(new UpcastingEventStore(raw, [NEWER], { unknownTypes: 'unreadable' }), store, tallies, 'a');
  expect((await shown()).get('a')).toEqual({ sum: 9, marks: [1, 7, 1] });
});

it('asks for a rebuild where the stream stood for the documents', async () => {
  const { told, shown, raw, store, parked } = stage();
  await told('s', broken('a'));
  const blind = new UpcastingEventStore(raw, [Contract.of('Counted').v1(z.object({ secret: z.string() }))], {
    unknownTypes: 'unreadable',
  });
  const strange = { ...tallies, key: ({ data }: { data: object }) => (data as { secret: string }).secret };
  const projector = new Projector(blind, store, [strange]);
  await projector.start();
  expect(await projector.positions.passed('tallies', 1, PATIENCE)).toBe(true);
  await projector.stop();
  expect(await parked()).toMatchObject([{ key: 's' }]);
  const newer = new UpcastingEventStore(raw, [NEWER], { unknownTypes: 'unreadable' });
  await expect(retryParked(newer, store, tallies, 's')).rejects.toThrow('Rebuild the view');
  await rebuild(newer, store, tallies);
  expect([await parked(), await shown()]).toEqual([[], new Map([['a', { sum: 7, marks: [7] }]])]);
});

it('goes on without it when it is skipped, also in a rebuild', async () => {
  const { told, run, shown, log, store, parked } = stage();
  await told('s', counted('a'), broken('a'), counted('a'));
  await run();
  expect(await skipParked(log, store, tallies, 'a', decision)).toBeUndefined();
  const incremental = await shown();
  await rebuild(log, store, tallies);
  expect([await parked(), await shown()]).toEqual([[], incremental]);
});
