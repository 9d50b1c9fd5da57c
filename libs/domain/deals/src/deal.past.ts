import { lineKey, type DealLine, type DealTerms } from '@annals/contracts-deals';
import { sum } from '@annals/contracts-values';
import type { Begun } from './deal.state.js';

const TERMS = ['title', 'value', 'owner', 'country', 'region', 'expectedCloseDate', 'attributes'] as const;

/** The terms at a moment. */
export const termsAt = (deal: Begun, moment: string): DealTerms => {
  const { terms, since, opened, history } = deal;
  const then = TERMS.map((name) => {
    if ((since[name] ?? '') <= moment) return [name, terms[name]] as const;
    const known = history.last(name, moment);
    return [name, known ? known.said.value : opened[name]] as const;
  });
  const lines = linesAt(deal, moment);
  const known = { ...terms, ...(Object.fromEntries(then) as Partial<DealTerms>), lines };
  return lines.length > 0 ? { ...known, value: { ...known.value, amount: sum(lines.map(({ net }) => net)) } } : known;
};

type Key = ReturnType<typeof lineKey>;

const linesAt = ({ terms, opened, lines, history }: Begun, moment: string): DealLine[] => {
  const last = history.last('lines');
  if (!last || last.at <= moment) return terms.lines;
  const first = new Map(opened.lines.map((line) => [lineKey(line.lineId), line]));
  const changed = Array.from(lines, ([name]) => name as Key);
  return [...new Set([...first.keys(), ...changed])].flatMap((name) => {
    const known = history.last(name, moment);
    return (known ? known.said.value : first.get(name)) ?? [];
  });
};
