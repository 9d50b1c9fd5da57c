import { EngineFault, type EngineState } from '@annals/event-sourcing';
import { patiently } from './patient.js';
import { revived, told } from './thread-errors.js';

const fault = (state: EngineState) =>
  new EngineFault({ role: 'log', product: 'EventStoreDB', kind: 'NoAnswer', state });

/** Fails with each of the errors, then succeeds. */
const failing = (...errors: Error[]) => {
  const step = jest.fn(async () => {
    const error = errors.shift();
    if (error) throw error;
    return 'done';
  });
  return step;
};

it('goes on when an engine that went away is back, also if another thread reports it', async () => {
  const away = fault('LogAway');
  const caused = new RangeError('not stored', { cause: away });
  const step = failing(away, caused, revived(told(away)), revived(told(caused)));
  expect(await patiently(step, 0)).toBe('done');
  expect(step).toHaveBeenCalledTimes(5);
});

it('ends at once by an error that waiting cannot help', async () => {
  for (const error of [fault('LogRefused'), new RangeError('no')]) {
    const step = failing(error);
    await expect(patiently(step, 0)).rejects.toThrow(error);
    expect(step).toHaveBeenCalledTimes(1);
  }
});
