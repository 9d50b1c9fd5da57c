import { Rejection, RevisionConflict, type EventStore } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import fc from 'fast-check';
import { SEATS, sent, type Act } from './racing-commands.stage.js';

/** The answer to its caller, without the position, which differs from log to log. */
const outcomeOf = async (log: EventStore, act: Act) => {
  try {
    const { stream, revision } = await sent(log, act);
    return { stream, revision };
  } catch (error) {
    if (error instanceof Rejection) return { refused: error.code };
    throw error;
  }
};

const storedIn = async (log: EventStore, stream: string) =>
  (await log.read(stream)).map(({ id, type, revision, data, commandId, decidedOn }) => ({
    ...{ id, type, revision, data, commandId },
    ...(decidedOn && { decidedOn }),
  }));

/** A few ids, so that commands are repeated: an id stands for one command. */
const acts = fc.tuple(
  fc.constantFrom<Act['type']>('Sell', 'Sell', 'Sell', 'Return', 'Cancel', 'Reinstate'),
  fc.nat(5),
  fc.nat(2),
);
const actOf = (train: string, [type, seat, time]: readonly [Act['type'], number, number]): Act => ({
  ...{ type, train, seat },
  id: `${type}/${seat}/${time}`,
});

/** The part of `eventStoreContract` on commands of several handles on the same log, each of which keeps what it has read. */
export const racingCommandsContract = (open: () => EventStore) => {
  it('answers every caller by what the log says, whichever handle decides', async () => {
    const handles = [open(), open()];
    let trains = 0;
    const turns = fc.array(fc.tuple(fc.nat(1), acts), { minLength: 5, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(turns, async (all) => {
        const train = `${(trains += 1)}`;
        const model = new MemoryEventStore();
        for (const [by, said] of all) {
          const act = actOf(train, said);
          expect(await outcomeOf(handles[by]!, act)).toEqual(await outcomeOf(model, act));
        }
        for (const stream of [`train-${train}`, `timetable-${train}`])
          expect(await storedIn(handles[0]!, stream)).toEqual(await storedIn(model, stream));
      }),
      { numRuns: 5 },
    );
  });

  it('carries out each of many simultaneous commands once, and sells no seat too many', async () => {
    const handles = [open(), open()];
    const wanted = [0, 1, 2, 3, 4, 5, 6, 7].map((seat): Act => ({
      type: 'Sell',
      train: '1',
      seat,
      id: `sell ${seat}`,
    }));
    const outcomes = await Promise.all(handles.flatMap((log) => wanted.map((act) => outcomeOf(log, act))));
    const stored = await storedIn(open(), 'train-1');
    expect(stored).toHaveLength(SEATS);
    expect(new Set(stored.map(({ commandId }) => commandId)).size).toBe(SEATS);
    expect(outcomes.filter((outcome) => 'refused' in outcome)).toHaveLength(2 * (wanted.length - SEATS));
    expect(outcomes.slice(8)).toEqual(outcomes.slice(0, 8));
  });

  it('gives up none of the commands that two handles send in turns', async () => {
    const handles = [open(), open()];
    const seats = Array.from({ length: 20 }, (_, index) => index);
    const races = await Promise.allSettled(
      seats.flatMap((seat) => [
        sent(handles[seat % 2]!, { type: 'Sell', train: '1', seat: seat % SEATS, id: `sell ${seat}` }),
        sent(handles[(seat + 1) % 2]!, { type: 'Return', train: '1', seat: seat % SEATS, id: `return ${seat}` }),
      ]),
    );
    const failed = races.filter((race) => race.status === 'rejected').map(({ reason }) => reason as unknown);
    expect(failed.filter((error) => !(error instanceof RevisionConflict))).toEqual([]);
    const stored = await storedIn(open(), 'train-1');
    for (const [index, { type }] of stored.entries()) {
      const before = stored.slice(0, index).filter(({ data }) => seatOf(data) === seatOf(stored[index]!.data));
      expect(type).toBe(before.at(-1)?.type === 'Sold' ? 'Returned' : 'Sold');
    }
  });
};

const seatOf = (data: object) => (data as { readonly seat: number }).seat;
