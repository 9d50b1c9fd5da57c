import type { AllStreamRecordedEvent } from '@eventstore/db-client';
import { Progress } from './progress.js';

const at = (position: number) => ({ commit: BigInt(position), prepare: BigInt(position) });
const event = (position: number) => ({ position: at(position) }) as AllStreamRecordedEvent;

describe('The progress of a follower', () => {
  it('is the last event seen', () => {
    const progress = new Progress(5);
    expect(progress.fresh([event(3), event(7), event(7), event(9)])).toEqual([event(7), event(9)]);
    expect(progress.begin).toEqual(at(9));
    expect(progress.fresh([event(9), event(8)])).toEqual([]);
  });

  it('is a checkpoint behind it, too', () => {
    const progress = new Progress(0);
    progress.pass(at(7));
    expect(progress.begin).toEqual(at(7));
    progress.pass(at(5));
    expect(progress.begin).toEqual(at(7));
    expect(progress.fresh([event(6)])).toEqual([event(6)]);
  });

  it('is no checkpoint at the end of the log: a server that begins there passes over the next event', () => {
    const progress = new Progress(5);
    progress.begin = at(5);
    progress.pass({ commit: 7n, prepare: 0n });
    expect(progress.begin).toEqual(at(5));
  });
});
