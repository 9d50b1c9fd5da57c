import { dealTerms, lineKey, type DealLine, type DealTerms } from '@annals/contracts-deals';
import { sum } from '@annals/contracts-values';
import type { Begun } from './deal.state.js';

const TERMS = dealTerms.omit({ lines: true }).keyof().options;

/** The terms at a moment. */
export const termsAt = (deal: Begun, moment: string): DealTerms => {
  const { terms, since, opened, history } = deal;
  const isPast = Object.values(since).some((at) => at > moment);
  const known: Known = isPast ? history.at(moment) : new Map();
  const then = TERMS.map((name) => {
    if ((since[name] ?? '') <= moment) return [name, terms[name]] as const;
    const fact = known.get(name);
    return [name, fact ? valueIn(fact) : opened[name]] as const;
  });
  const lines = (history.last('lines')?.at ?? '') <= moment ? terms.lines : linesAt(deal, known);
  const all = { ...terms, ...(Object.fromEntries(then) as Partial<DealTerms>), lines };
  return lines.length > 0 ? { ...all, value: { ...all.value, amount: sum(lines.map(({ net }) => net)) } } : all;
};

type Known = ReturnType<Begun['history']['at']>;

const valueIn = ({ said }: { readonly said: unknown }) => (said as { readonly value: unknown }).value;

const linesAt = ({ opened }: Begun, known: Known): DealLine[] => {
  const lines = new Map<string, DealLine | null>(opened.lines.map((line) => [lineKey(line.lineId), line]));
  const changed = [...known].filter(([name]) => name.startsWith(lineKey(''))).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, fact] of changed) lines.set(name, valueIn(fact) as DealLine | null);
  return [...lines.values()].flatMap((line) => line ?? []);
};
