import type { Engine } from '@annals/composition';
import type { RecordedEvent } from '@annals/event-sourcing';
import { HttpProblem } from '@annals/http';
import { comparedUnder, rulesUnder, type Comparison, type PageChange } from '@annals/queries';
import { time } from './page-lines.js';
import { print } from './print.js';

type Outcome = Comparison['outcomes'][number];

/** Shows what would have been different for a customer under other settings, `NAME=value`. */
export const replayUnder = async (
  { catalogue, configuration }: Engine,
  customerId: string,
  history: readonly RecordedEvent[],
  { under, now }: { readonly under: readonly string[]; readonly now: Date },
): Promise<void> => {
  const rules = explained(() => rulesUnder(catalogue.slices, configuration, under));
  const of = { customerId, masked: false, isAllowed: () => true };
  const { outcomes, courses, page } = await comparedUnder({
    history,
    real: catalogue,
    under: rules.catalogue,
    of,
    now,
  });
  for (const { name, present, under: other } of rules.settings) print(`${name}: ${other} instead of ${present}`);
  print(`${history.length} events, ${outcomes.length} decisions that would have been others`);
  for (const outcome of outcomes) print(paragraph(outcome));
  for (const { part, steps } of courses)
    for (const { position, occurredAt, recorded, would } of steps)
      print(`${part} from ${time(occurredAt)} (#${position})\n    was ${text(recorded)}\n    would be ${text(would)}`);
  print(page.length === 0 ? 'The page would be the same.' : 'On the page now:');
  for (const change of page) print(`    ${changeLine(change)}`);
};

/** A refusal in words for the command line. */
const explained = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw error instanceof HttpProblem ? new Error(error.sentence.en) : error;
  }
};

const paragraph = (outcome: Outcome) => {
  const { recorded, would, changes, alsoPresently } = outcome;
  const [first] = [...recorded, ...would];
  const types = (events: readonly RecordedEvent[]) => [...new Set(events.map(({ type }) => type))].join(', ');
  const where = recorded[0] ? `#${recorded[0].position}` : 'not recorded';
  const also = alsoPresently ? ['also under the present settings'] : [];
  return [
    `${time(first!.occurredAt)}  ${types(recorded.length > 0 ? recorded : would)} (${where})`,
    ...[verdict(outcome), ...changes.map(changeLine), ...also].map((line) => `    ${line}`),
  ].join('\n');
};

const verdict = ({ recorded, would, refusal }: Outcome) => {
  if (refusal) return `would have been refused: ${refusal.code}. ${refusal.sentence.en}`;
  if (would.length === 0) return 'would not have been recorded';
  return recorded.length === 0 ? 'would have been recorded' : 'would have been recorded with other content';
};

const changeLine = ({ field, before, after }: PageChange) => `${field}: ${text(before)} → ${text(after)}`;

const text = (value: unknown) => (value === null ? 'none' : typeof value === 'string' ? value : JSON.stringify(value));
