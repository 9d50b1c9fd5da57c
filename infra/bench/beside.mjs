import { COMPARED } from './compared.mjs';
import { interleaved, median } from './statistics.mjs';
import { aligned } from './table.mjs';
import { checkedOut, here } from './trees.mjs';

const shown = (value) => (value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en'));

/** The largest relative difference that is considered noise. */
const NOISE = 0.05;

const verdictOf = (ratio, ratios, more) => {
  if (Math.abs(ratio - 1) <= NOISE) return 'same';
  if (Math.min(...ratios) < 1 && Math.max(...ratios) > 1) return 'unsure';
  return ratio > 1 === more ? 'better' : 'worse';
};

const rowsOf = (figures, { now, before }) =>
  Object.entries(figures).map(([name, [unit, more]]) => {
    const [ours, theirs] = [now, before].map((rounds) => rounds.map((round) => round[name]));
    const ratios = ours.map((value, round) => value / theirs[round]);
    const ratio = median(ratios);
    const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
    const values = [theirs, ours].map((all) => shown(median(all)));
    return [verdictOf(ratio, ratios, more), name, unit, ...values, ratio.toFixed(2), ratios.length > 1 ? spread : ''];
  });

/** Runs an older commit and this checkout in turns, and prints each figure of both with their ratio. */
export const beside = async (bench, commit, only) => {
  const before = checkedOut(commit, `${bench.folder()}/tree`);
  const rows = [['', 'figure', 'unit', 'before', 'now', 'ratio', 'range of rounds']];
  for (const { name, figures, open, once } of COMPARED.filter(({ name }) => only?.includes(name) ?? true)) {
    process.stderr.write(`${name} …\n`);
    const contenders = { now: await open(here, bench), before: await open(before, bench) };
    const rounds = once ? 1 : bench.quick ? 3 : 5;
    const results = await interleaved(rounds, { now: contenders.now.round, before: contenders.before.round });
    for (const { close } of Object.values(contenders)) await close();
    rows.push(...rowsOf(figures, results));
  }
  console.log(`\n${aligned(rows).join('\n')}`);
};
