import {
  knownFaults,
  knownForeignEvents,
  lanesHeld,
  policyStatus,
  status,
  type PolicyStatus,
  type RebuildReport,
} from '@annals/projecting';
import { collisionsIn, progressOf, type Engine } from '@annals/composition/engine';
import type { ForeignEvents } from '@annals/event-sourcing';
import { IDENTIFIER_FORM } from '@annals/text';
import { print } from './print.js';
import { table } from './table.js';

const MOST_FAULTS = 10;

/** Prints how far each view has read the log, what each policy has to do, and which process owns each lane. */
export const showStatus = async ({
  log,
  documents,
  records,
  catalogue: { views, policies },
}: Engine): Promise<void> => {
  const head = await log.head();
  print(`The log has ${head.toLocaleString('en')} events.\n`);
  const states = await status(log, documents, views);
  const rows = states.map(({ view, position, lag, parked, state, rebuild }) => [
    view,
    position.toLocaleString('en'),
    lag.events.toLocaleString('en'),
    `${lag.seconds.toFixed(1)} s`,
    parked.toLocaleString('en'),
    rebuild?.state === 'running' ? `${state}, rebuilding ${percentOf(rebuild)}` : state,
  ]);
  for (const line of table([['view', 'position', 'behind', 'for', 'parked', 'state'], ...rows])) print(line);
  for (const { view, advice } of states) if (advice) print(`${view}: ${advice}`);
  print('');
  const acting = (await policyStatus(log, documents, policies)).map(rowOf);
  for (const line of table([['policy', 'position', 'due', 'for', 'next', 'state'], ...acting])) print(line);
  const reserved = await progressOf(records, log, IDENTIFIER_FORM);
  if (!reserved.isDone)
    print(`\nUnique values are reserved anew up to position ${reserved.position.toLocaleString('en')}.`);
  const collisions = await collisionsIn(documents);
  if (collisions > 0)
    print(`\nUnique values that belong to several records: ${collisions}; GET /v1/identifiers/collisions lists them.`);
  showForeign(await knownForeignEvents(log, documents));
  await showFaults(documents);
  const lanes = await lanesHeld(documents);
  if (lanes.length > 0) print(`\n${lanes.map(({ lane, owner }) => `lane ${lane}: ${owner}`).join('\n')}`);
};

const showFaults = async (documents: Engine['documents']): Promise<void> => {
  const { count, first } = await knownFaults(documents, MOST_FAULTS);
  for (const { fault } of first) print(`\n${fault.kind}: ${fault.message}`);
  if (count > first.length) print(`\n${(count - first.length).toLocaleString('en')} more; run "annals verify".`);
};

const showForeign = ({ count, types }: ForeignEvents): void => {
  if (count === 0) return;
  const kinds = Object.entries(types).map(([type, times]) => `${type} ${times.toLocaleString('en')}`);
  print(
    `\nEvents of other programs in the log, which are ignored: ${count.toLocaleString('en')} (${kinds.join(', ')}).`,
  );
};

const rowOf = ({ policy, position, lag, next, state, trouble }: PolicyStatus) => [
  policy,
  position === null ? '' : position.toLocaleString('en'),
  lag.due.toLocaleString('en'),
  `${lag.seconds.toFixed(1)} s`,
  next ?? '',
  trouble ? `${state}: ${trouble.message}` : state,
];

const percentOf = ({ position, head }: RebuildReport) => `${Math.floor((100 * position) / Math.max(1, head))} %`;
