import { ADVICE, COLLECTION_STATES, COLLECTION_TRANSITIONS, VIEW_STATES, VIEW_TRANSITIONS } from '@annals/projecting';
import { code, section, table } from './markdown.mjs';

/** The page of the projector's state machines, drawn from their tables. */
export const projectorPage = () =>
  `${[
    section(
      1,
      'How views are kept up to date',
      'The states of a view and of its collections, drawn from the tables in `libs/projecting/src/machine/machine.ts`, through which the code makes every transition. Written by `npm run generate`; do not edit.',
    ),
    section(
      2,
      'A view in a projector',
      'The word of a view is the same in `/v1/projections`, in the answer of `/health/ready`, in the metric `annals_view_state` and in `annals status`. A live view that is more than a second late is shown as `catching-up`, and one whose stores fail as `waiting`.',
      picture('placing', VIEW_TRANSITIONS),
      states(VIEW_STATES),
      transitions(VIEW_TRANSITIONS),
    ),
    section(
      2,
      'What to do when a view stands still',
      table(
        ['reason', 'advice'],
        Object.entries(ADVICE).map(([reason, advice]) => [code(reason), advice]),
      ),
    ),
    section(
      2,
      'A collection of a view',
      'A rebuild fills a new collection beside the one that is read. Which of them is read, kept for a roll-back or disowned is stored beside them, so that every process sees the same.',
      picture('removed', COLLECTION_TRANSITIONS),
      states(COLLECTION_STATES),
      transitions(COLLECTION_TRANSITIONS),
    ),
  ].join('\n\n')}\n`;

const picture = (first, rows) =>
  ['```mermaid', 'stateDiagram-v2', `  [*] --> ${id(first)}`, ...named(rows), ...arrows(rows), '```'].join('\n');

const id = (state) => state.replaceAll('-', '_');

const named = (rows) =>
  [...new Set(rows.flatMap(({ from, to }) => [from, to]))]
    .filter((state) => state !== id(state))
    .map((state) => `  state "${state}" as ${id(state)}`);

const arrows = (rows) => rows.map(({ from, on, to, by }) => `  ${id(from)} --> ${id(to)}: ${on} (${by.join(', ')})`);

const states = (all) =>
  table(
    ['state', 'meaning', 'lasts'],
    Object.entries(all).map(([state, { meaning, rests }]) => [
      code(state),
      meaning,
      rests ? 'until something changes' : 'for a while',
    ]),
  );

const transitions = (rows) =>
  table(
    ['from', 'event', 'to', 'made by', 'when'],
    rows.map(({ from, on, to, by, when }) => [code(from), on, code(to), by.join(', '), when]),
  );
