import type { ContactPreference } from '@annals/contracts-customers';
import { sameContent } from '@annals/contracts-values';

type Hours = NonNullable<ContactPreference['quietHours']>;
type Cap = NonNullable<ContactPreference['frequencyCap']>;

/** The preference that keeps to both; where both only differ, that of the first. */
export const stricterPreference = (
  one: ContactPreference | null,
  other: ContactPreference | null,
  at: Date,
): ContactPreference | null => {
  if (!one || !other) return one ?? other;
  const quietHours = bothOf(one.quietHours, other.quietHours, (mine, theirs) => coveringHours(mine, theirs, at));
  const frequencyCap = bothOf(one.frequencyCap, other.frequencyCap, stricterCap);
  return {
    ...{ ...other, ...one },
    doNotContact: one.doNotContact || other.doNotContact,
    ...(quietHours && { quietHours }),
    ...(frequencyCap && { frequencyCap }),
  };
};

const bothOf = <T>(one: T | undefined, other: T | undefined, stricter: (one: T, other: T) => T): T | undefined =>
  one !== undefined && other !== undefined ? stricter(one, other) : (one ?? other);

/** No more contacts, in no shorter time, than either allows. */
const stricterCap = (one: Cap, other: Cap): Cap => ({
  contacts: Math.min(one.contacts, other.contacts),
  days: Math.max(one.days, other.days),
});

const DAY = 1_440; // minutes

/** The shortest hours in the time zone of the first that contain both; all but a minute of the day if need be. */
const coveringHours = (one: Hours, other: Hours, at: Date): Hours => {
  if (sameContent(one, other)) return one;
  const shift = minuteAt(at, one.timeZone) - minuteAt(at, other.timeZone);
  const [first, second] = [arcOf(one), arcOf(other, shift)];
  const joined = [covering(first, second), covering(second, first)].toSorted((a, b) => a.length - b.length)[0]!;
  const length = Math.min(joined.length, DAY - 1);
  return { from: clock(joined.from), to: clock(joined.from + length), timeZone: one.timeZone };
};

type Arc = { readonly from: number; readonly length: number };

const arcOf = ({ from, to }: Hours, shift = 0): Arc => ({
  from: wrapped(minutesOf(from) + shift),
  length: wrapped(minutesOf(to) - minutesOf(from)),
});

/** From the beginning of the first until both are over. */
const covering = (one: Arc, other: Arc): Arc => ({
  from: one.from,
  length: Math.max(one.length, wrapped(other.from - one.from) + other.length),
});

const wrapped = (minutes: number) => ((minutes % DAY) + DAY) % DAY;

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const clock = (minutes: number) => {
  const [hours, rest] = [Math.floor(wrapped(minutes) / 60), wrapped(minutes) % 60];
  return `${`${hours}`.padStart(2, '0')}:${`${rest}`.padStart(2, '0')}`;
};

/** The minute of the day in a time zone. */
const minuteAt = (at: Date, timeZone: string): number =>
  minutesOf(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at),
  );
