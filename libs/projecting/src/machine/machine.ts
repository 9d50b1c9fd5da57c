/** Who makes a transition. */
export type Actor =
  /** The loop of a projector, which looks up the place of each view in the stores. */
  | 'projector'
  /** The reader of the log for all live views. */
  | 'lane'
  /** The separate work on one view, which catches up or builds. */
  | 'builder'
  /** A rebuild, a roll-back or a removal, from any process. */
  | 'operator';

/** A row of a state machine: `when` is the condition, for readers. */
export type Transition = {
  readonly from: string;
  readonly on: string;
  readonly to: string;
  readonly by: readonly Actor[];
  readonly when: string;
};

/** What a state means; `rests` if it may last until something outside changes. */
export type Meaning = { readonly meaning: string; readonly rests?: true };

/**
 * The states of a view in a projector. The same words are in `/v1/projections`, in `/health/ready`, in the metrics and in
 * `annals status`; there, a live view that is more than a second late is shown as `catching-up`, and one whose stores fail
 * as `waiting`.
 */
export const VIEW_STATES = {
  placing: { meaning: 'Its collection and its position are being looked up in the stores.' },
  live: { meaning: 'It follows the log together with the other views.', rests: true },
  'catching-up': { meaning: 'It is far behind the other views and reads the log separately.' },
  rebuilding: { meaning: 'It is built from the whole log in a new collection, and is then served from there.' },
  waiting: { meaning: 'It stands still until a store answers or another process has done its part.', rests: true },
  failed: { meaning: 'Its projection throws on an event, and it cannot continue without it.', rests: true },
  'rolled-back': { meaning: 'A roll-back chose a collection of an older version, which stands still.', rests: true },
} as const satisfies Record<string, Meaning>;

export type ViewState = keyof typeof VIEW_STATES;

/** What to do about a view that stands still, by the reason. */
export const ADVICE = {
  trouble: 'Annals tries again by itself. If that lasts, see to the store or the process that "trouble" is about.',
  version: 'Start a projector of the version and the settings that are served, or rebuild the view to serve these.',
  failed: 'Correct the projection and start it again, or skip the event of "failure" with a reason.',
  'rolled-back': 'Rebuild the view to serve this version, or start a projector of the version that is served.',
} as const;

/** What can happen to a view in a projector, where it begins as `placing`. */
export const VIEW_TRANSITIONS = [
  { from: 'placing', on: 'current', to: 'live', by: ['projector'], when: 'served in this version, near the others' },
  { from: 'placing', on: 'behind', to: 'catching-up', by: ['projector'], when: 'too many events behind the others' },
  {
    from: 'placing',
    on: 'outdated',
    to: 'rebuilding',
    by: ['projector'],
    when: 'older version, other settings, another log',
  },
  {
    from: 'placing',
    on: 'foreign',
    to: 'waiting',
    by: ['projector'],
    when: 'kept by a newer program, or built elsewhere',
  },
  { from: 'placing', on: 'stopped', to: 'failed', by: ['projector'], when: 'its failure has not been resolved' },
  { from: 'placing', on: 'chosen', to: 'rolled-back', by: ['projector'], when: 'an older version was chosen' },
  { from: 'placing', on: 'look', to: 'placing', by: ['projector'], when: 'the stores did not answer' },
  { from: 'live', on: 'look', to: 'placing', by: ['projector'], when: 'moved by others, an error, or a restart' },
  { from: 'live', on: 'stop', to: 'failed', by: ['lane'], when: 'the projection threw' },
  { from: 'catching-up', on: 'stop', to: 'failed', by: ['builder'], when: 'the projection threw' },
  { from: 'catching-up', on: 'back', to: 'placing', by: ['builder'], when: 'finished, broken off or stopped' },
  { from: 'rebuilding', on: 'stop', to: 'failed', by: ['builder'], when: 'the projection threw' },
  { from: 'rebuilding', on: 'back', to: 'placing', by: ['builder'], when: 'finished, broken off or stopped' },
  { from: 'waiting', on: 'look', to: 'placing', by: ['projector'], when: 'something changed, or a restart' },
  { from: 'failed', on: 'look', to: 'placing', by: ['projector'], when: 'the event was skipped, or a restart' },
  { from: 'rolled-back', on: 'look', to: 'placing', by: ['projector'], when: 'something changed, or a restart' },
] as const satisfies readonly Transition[];

export type ViewEvent = (typeof VIEW_TRANSITIONS)[number]['on'];

/** The states of a collection, which are stored beside it, so that every process sees the same one. */
export const COLLECTION_STATES = {
  building: { meaning: 'It is being filled from the log; nobody reads it.' },
  served: { meaning: 'Queries read it.', rests: true },
  chosen: {
    meaning: 'Queries read it, because of a roll-back; a newer version does not replace it by itself.',
    rests: true,
  },
  previous: { meaning: 'The last switch replaced it; it is kept for a roll-back.', rests: true },
  disowned: {
    meaning: 'Queries read it, but it holds events that the log does not have; it counts as having passed no position.',
  },
  removed: { meaning: 'It no longer exists.', rests: true },
} as const satisfies Record<string, Meaning>;

export type CollectionState = keyof typeof COLLECTION_STATES;

/** What can happen to a collection. One that does not exist is `removed`. */
export const COLLECTION_TRANSITIONS = [
  { from: 'removed', on: 'open', to: 'building', by: ['builder'], when: 'a build begins' },
  { from: 'removed', on: 'first', to: 'served', by: ['projector'], when: 'the view has no collection, or lost it' },
  { from: 'building', on: 'first', to: 'served', by: ['projector'], when: 'another process has opened it, too' },
  { from: 'served', on: 'first', to: 'served', by: ['projector'], when: 'another process was faster' },
  { from: 'building', on: 'open', to: 'building', by: ['builder'], when: 'a build goes on after a stop' },
  { from: 'building', on: 'serve', to: 'served', by: ['builder'], when: 'it is complete and verified' },
  {
    from: 'building',
    on: 'remove',
    to: 'removed',
    by: ['builder', 'operator'],
    when: 'its build failed or was killed',
  },
  { from: 'served', on: 'replace', to: 'previous', by: ['builder', 'operator'], when: 'another one is served' },
  {
    from: 'served',
    on: 'disown',
    to: 'disowned',
    by: ['projector'],
    when: 'it is ahead of the log, or of another log',
  },
  { from: 'chosen', on: 'replace', to: 'previous', by: ['builder', 'operator'], when: 'another one is served' },
  {
    from: 'chosen',
    on: 'disown',
    to: 'disowned',
    by: ['projector'],
    when: 'it is ahead of the log, or of another log',
  },
  { from: 'previous', on: 'choose', to: 'chosen', by: ['operator'], when: 'a roll-back' },
  { from: 'previous', on: 'open', to: 'previous', by: ['builder'], when: 'its version is to be served again' },
  { from: 'previous', on: 'serve', to: 'served', by: ['builder'], when: 'it was brought up to date' },
  {
    from: 'previous',
    on: 'remove',
    to: 'removed',
    by: ['builder', 'operator'],
    when: 'another one is kept, or dropped',
  },
  { from: 'disowned', on: 'disown', to: 'disowned', by: ['projector'], when: 'another process found it, too' },
  { from: 'disowned', on: 'replace', to: 'previous', by: ['builder', 'operator'], when: 'another one is served' },
] as const satisfies readonly Transition[];

export type CollectionEvent = (typeof COLLECTION_TRANSITIONS)[number]['on'];
