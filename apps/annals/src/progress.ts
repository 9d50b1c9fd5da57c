import { Presets, SingleBar } from 'cli-progress';

/** The progress of a task; `note` has details. */
export type Reached = { readonly done: number; readonly total: number; readonly note?: string };

export type ProgressDisplay = {
  readonly show: (reached: Reached) => void;
  readonly end: () => void;
};

type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

type Clock = () => number; // ms

/** Shown on standard error, so that the output can be piped: a bar in a terminal, otherwise a line every few seconds. */
export const displayProgress = (
  title: string,
  output: Output = process.stderr,
  now: Clock = () => performance.now(),
): ProgressDisplay => (output.isTTY ? bar(title, output as NodeJS.WriteStream, now) : lines(title, output, now));

const bar = (title: string, stream: NodeJS.WriteStream, now: Clock): ProgressDisplay => {
  const format = `${title} {bar} {percentage} %  {note}`;
  const single = new SingleBar({ format, stream, gracefulExit: false }, Presets.shades_classic);
  const left = secondsLeft(now);
  let started = false;
  return {
    show(reached) {
      const { done, total } = reached;
      if (!started) single.start(total, done, { note: '' });
      started = true;
      single.setTotal(total);
      single.update(done, { note: noteOf(reached, left(reached)) });
    },
    end: () => single.stop(),
  };
};

const EVERY = 5_000; // ms between lines

const lines = (title: string, output: Output, now: Clock): ProgressDisplay => {
  const left = secondsLeft(now);
  let last = now();
  return {
    show(reached) {
      const note = noteOf(reached, left(reached));
      if (now() - last < EVERY) return;
      last = now();
      output.write(`${title} ${Math.floor((100 * reached.done) / reached.total)} %  ${note}\n`);
    },
    end: () => undefined,
  };
};

const noteOf = ({ note }: Reached, seconds: number | undefined) =>
  [note, seconds === undefined ? undefined : `${duration(seconds)} left`].filter(Boolean).join('  ');

const duration = (seconds: number) => {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
};

/** Estimated from the speed since this run began. */
const secondsLeft = (now: Clock) => {
  let first: { readonly done: number; readonly at: number } | undefined;
  return ({ done, total }: Reached): number | undefined => {
    const at = now();
    first ??= { done, at };
    return done > first.done ? ((at - first.at) * (total - done)) / (done - first.done) / 1000 : undefined;
  };
};
