/** Events that other programs have written to a shared log, as far as its readers have come. */
export type ForeignEvents = {
  readonly count: number;
  /** How many there are of each type; of types beyond the first 20 together, by `OTHER_TYPES`. */
  readonly types: Readonly<Record<string, number>>;
  /** The position of the last event that was looked at, of whatever program. */
  readonly upto: number;
};

export const NO_FOREIGN_EVENTS: ForeignEvents = { count: 0, types: {}, upto: 0 };

/** The name of all types beyond the first ones; no program has a type of this name. */
export const OTHER_TYPES = '…';
