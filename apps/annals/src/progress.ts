import { Presets, SingleBar } from 'cli-progress';

/** How far something is; `note` says more. */
export type Reached = { readonly done: number; readonly total: number; readonly note?: string };

export type ProgressDisplay = {
  readonly show: (reached: Reached) => void;
  readonly end: () => void;
};

type Output = Pick<NodeJS.WriteStream, 'write'> & { readonly isTTY?: boolean };

/** On standard error, so that what a command prints can be piped: a bar in a terminal, else a line now and then. */
export const displayProgress = (title: string, output: Output = process.stderr): ProgressDisplay =>
  output.isTTY ? bar(title, output as NodeJS.WriteStream) : lines(title, output);

const bar = (title: string, stream: NodeJS.WriteStream): ProgressDisplay => {
  const format = `${title} {bar} {percentage} %  {note}`;
  const single = new SingleBar({ format, stream, gracefulExit: false }, Presets.shades_classic);
  const left = secondsLeft();
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

const lines = (title: string, output: Output): ProgressDisplay => {
  const left = secondsLeft();
  let last = performance.now();
  return {
    show(reached) {
      const note = noteOf(reached, left(reached));
      if (performance.now() - last < EVERY) return;
      last = performance.now();
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

/** At the speed since the first look: what an earlier run has done says nothing about the speed. */
const secondsLeft = () => {
  let first: { readonly done: number; readonly at: number } | undefined;
  return ({ done, total }: Reached): number | undefined => {
    const now = performance.now();
    first ??= { done, at: now };
    return done > first.done ? ((now - first.at) * (total - done)) / (done - first.done) / 1000 : undefined;
  };
};
