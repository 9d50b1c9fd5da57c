import type { Step } from '@annals/contracts-deals';

type Days = Readonly<Partial<Record<Step, number>>>;

/** What a move says: the step that was reached, and whether the deal was open from then on; `null` if it says nothing of it. */
type Move = { readonly at: string; readonly step: Step | null; readonly open: boolean | null };

/** The moves of a deal by when they occurred; the first one is the opening, or stands for all moves that are not kept. */
export type Moves = {
  /** The newest 16. */
  readonly moves: readonly [Begin, ...Move[]];
  /** The days before the first of these moves. */
  readonly earlierDays: Days;
};

type Begin = Move & { readonly step: Step; readonly open: boolean };

const MOST = 16; // moves
const DAY = 86_400_000; // ms

const begun = (at: string, step: Step): Moves => ({ moves: [{ at, step, open: true }], earlierDays: {} });

/** In order of time; nothing comes before the opening. */
const withMove = ({ moves, earlierDays }: Moves, move: Move): Moves => {
  const [first, ...others] = moves;
  const at = move.at < first.at ? first.at : move.at;
  const place = others.findLastIndex((other) => other.at <= at) + 1;
  return shortened({ moves: [first, ...others.toSpliced(place, 0, { ...move, at })], earlierDays });
};

const shortened = (known: Moves): Moves => {
  const [first, second, ...others] = known.moves;
  if (!second || known.moves.length <= MOST) return known;
  return { moves: [after(first, second), ...others], earlierDays: withDays(known.earlierDays, first, second) };
};

const after = ({ step, open }: Begin, move: Move): Begin => ({
  ...{ at: move.at, step: move.step ?? step, open: move.open ?? open },
});

/** The time in which a deal is closed does not count. */
const withDays = (days: Days, { step, open, at }: Begin, next: Move): Days =>
  open ? { ...days, [step]: (days[step] ?? 0) + (Date.parse(next.at) - Date.parse(at)) / DAY } : days;

/** The present step, since when the deal is in it, and the days in the steps that it has left. */
const summary = ({ moves: [first, ...others], earlierDays }: Moves) => {
  let [now, stepSince, days] = [first, first.at, earlierDays];
  for (const move of others) {
    days = withDays(days, now, move);
    if ((move.step !== null && move.step !== now.step) || move.open) stepSince = move.at;
    now = after(now, move);
  }
  const rounded = Object.entries(days).map(([step, many]) => [step, Math.round(many * 100) / 100] as const);
  return { step: now.step, stepSince, daysInStep: Object.fromEntries(rounded) as Days };
};

/** The moves of a deal that was opened, and what follows from them. */
export const opened = (at: string, step: Step) => {
  const moves = begun(at, step);
  return { ...moves, ...summary(moves) };
};

/** The moves after one more, in whatever order they are recorded, and what follows from them. */
export const moved = (known: Moves, move: Partial<Move> & { readonly at: string }) => {
  const moves = withMove(known, { step: null, open: null, ...move });
  return { ...moves, ...summary(moves) };
};
