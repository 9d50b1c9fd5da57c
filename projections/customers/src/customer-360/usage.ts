import type { MeterEvent } from '@annals/contracts-accounts';
import type { RecordedEvent } from '@annals/event-sourcing';
import { among } from './newest.js';
import type { MeterUse } from './page.accounts.js';

const MOST_PERIODS = 12;
const MOST_METERS = 50;

/** The meters that were read for the newest periods come first. */
export const metered = (usage: readonly MeterUse[], { data }: RecordedEvent<MeterEvent>): readonly MeterUse[] => {
  const { meterId, register, from, to, quantity, unit } = data;
  const isIt = (use: MeterUse) => use.meterId === meterId && use.register === register;
  const known = usage.find(isIt)?.periods ?? [];
  const periods = among(known, { from, to, quantity, unit }, (period) => period.from, MOST_PERIODS);
  const others = usage.filter((use) => !isIt(use));
  return among(others, { meterId, register, periods }, newestOf, MOST_METERS);
};

const newestOf = ({ periods }: MeterUse) => periods[0]!.from;
