import type { Usage } from './readings.js';

const DAY = 86_400_000; // ms

/** The longest period, in days. */
export const MOST_DAYS = 731;

type Place = Pick<Usage, 'meterId' | 'from' | 'to'>;

/**
 * The usage of a period within one day is in a stream of that day, because a meter is read for decades. Longer periods,
 * which are few, are in one stream with the units of the registers.
 */
export const streamOf = (usage: Place): string => (isWithinDay(usage) ? dayStream(usage) : periodsStream(usage));

export const periodsStream = ({ meterId }: Pick<Place, 'meterId'>): string => `meter-${meterId}-periods`;

/** The streams in which other usage of the period may be. */
export const otherStreams = (usage: Place): readonly string[] =>
  isWithinDay(usage) ? [periodsStream(usage)] : daysOf(usage).map((from) => dayStream({ ...usage, from }));

/** Never of ends that are no instants. */
export const isWithinDay = ({ from, to }: Place): boolean => Date.parse(to) <= beginOf(from) + DAY;

export const isTooLong = ({ from, to }: Place): boolean => Date.parse(to) - Date.parse(from) > MOST_DAYS * DAY;

const dayStream = ({ meterId, from }: Pick<Place, 'meterId' | 'from'>) => `meter-${meterId}-${from.slice(0, 10)}`;

const daysOf = (usage: Place): readonly string[] => {
  if (isTooLong(usage)) return [];
  const first = beginOf(usage.from);
  const days = Math.ceil((Date.parse(usage.to) - first) / DAY);
  return Array.from({ length: days }, (_, day) => textOf(first + day * DAY));
};

const beginOf = (instant: string) => Date.parse(instant.slice(0, 10));

const textOf = (time: number) => new Date(time).toISOString();
