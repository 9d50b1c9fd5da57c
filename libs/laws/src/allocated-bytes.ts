import { Session } from 'node:inspector';

type Action = () => unknown;

/** As the profiler returns it; the types of Node lack the samples. */
type Profile = { readonly samples: readonly { readonly size: number; readonly ordinal: number }[] };

const INTERVAL = 512; // bytes between samples
const MARK = 12_345; // elements of 8 bytes: no action allocates the same at once

/** How many bytes each action allocates, those that are freed again included: roughly, if each has run before. */
export const allocatedBytes = (actions: readonly Action[]): readonly number[] => {
  const { samples } = sampled(() => actions.map((action) => [new Array(MARK), action()])); // at once: each session collects all garbage
  const sizes = samples.toSorted((one, other) => one.ordinal - other.ordinal).map(({ size }) => size);
  const isMark = (size: number) => size >= 8 * MARK && size < 8 * (MARK + 16);
  const starts = sizes.flatMap((size, index) => (isMark(size) ? index : []));
  if (starts.length !== actions.length) throw new Error(`${starts.length} of ${actions.length} actions were seen`);
  return starts.map((start, index) => sizes.slice(start + 1, starts[index + 1]).reduce((sum, size) => sum + size, 0));
};

const sampled = (action: Action): Profile => {
  const session = new Session();
  session.connect();
  try {
    session.post('HeapProfiler.startSampling', {
      samplingInterval: INTERVAL,
      includeObjectsCollectedByMajorGC: true,
      includeObjectsCollectedByMinorGC: true,
    });
    action();
    return stopped(session);
  } finally {
    session.disconnect();
  }
};

const stopped = (session: Session): Profile => {
  let profile: Profile | undefined;
  session.post('HeapProfiler.stopSampling', (error, result) => {
    if (error) throw error;
    profile = result.profile as unknown as Profile;
  });
  return profile!;
};
