import type { MeterEvent } from '@annals/contracts-accounts';
import { NOT_KNOWN } from '@annals/contracts-customers';
import { ImmutableMap, type Of } from '@annals/event-sourcing';
import { withOther, type NamedCustomer } from './customer-is-known.js';

export type Usage = Of<MeterEvent, 'UsageMetered'>['data'];

/** `reason` is why the usage was corrected last. */
export type Known = { readonly usage: Usage; readonly reason?: string };

/** What streams say about the readings of a meter. */
export type Readings = {
  /** The customer and those who are one with it, as far as the streams contain them. */
  readonly customer: NamedCustomer;
  readonly known: ImmutableMap<Known>;
  /** By register and beginning, what takes up a period; `null` for what was corrected to nothing. */
  readonly taken: ImmutableMap<Usage | null>;
  /** By register. */
  readonly units: ImmutableMap<string>;
};

export const NO_READINGS: Readings = {
  customer: NOT_KNOWN,
  known: ImmutableMap.empty(),
  taken: ImmutableMap.empty(),
  units: ImmutableMap.empty(),
};

type Period = Pick<Usage, 'from' | 'to' | 'register'>;
type Register = Pick<Usage, 'customerId' | 'register'>;

export const knownOf = ({ known }: Readings, period: Period): Known | undefined => known.get(periodOf(period));

export const unitOf = ({ units }: Readings, register: Register): string | undefined => units.get(rowOf(register));

/** A usage of the same register that overlaps this one, in log n steps for each period that was corrected to nothing. */
export const overlapping = ({ taken }: Readings, usage: Usage): Usage | undefined => {
  const { from, to } = usage;
  const row = rowOf(usage);
  const isBeside = (other: Usage) => other.from < to && from < other.to;
  const later = taken.between(`${row}${from}`, `${row}${to}`).find(([, other]) => other && isBeside(other));
  const other = later?.[1] ?? lastBefore(taken, row, `${row}${from}`);
  return other && isBeside(other) ? other : undefined;
};

const lastBefore = (taken: Readings['taken'], row: string, key: string): Usage | undefined => {
  let last = taken.before(key);
  while (last?.[0].startsWith(row) && !last[1]) last = taken.before(last[0]);
  return last?.[0].startsWith(row) ? (last[1] ?? undefined) : undefined;
};

/** A period whose quantity was corrected to nothing leaves its place to another. */
export const isVoid = ({ usage, reason }: Known): boolean => reason !== undefined && /^0+(\.0+)?$/.test(usage.quantity);

type DataOf<Type extends MeterEvent['type']> = Of<MeterEvent, Type>['data'];

export const evolveReadings = {
  UsageMetered: (readings: Readings, usage: DataOf<'UsageMetered'>): Readings =>
    withUsage(readings, { usage }, unitOf(readings, usage) ?? usage.unit),

  UsageCorrected: (readings: Readings, { reason, ...usage }: DataOf<'UsageCorrected'>): Readings => {
    const isAnother = knownOf(readings, usage)?.usage.unit !== usage.unit;
    return withUsage(readings, { usage, reason }, isAnother ? usage.unit : unitOf(readings, usage)!);
  },

  RegisterUnitSet: (readings: Readings, set: DataOf<'RegisterUnitSet'>): Readings => ({
    ...readings,
    units: readings.units.with(rowOf(set), set.unit),
  }),
};

/** In as many steps as the other one has readings. */
export const joined = (one: Readings, other: Readings): Readings => ({
  customer: one.customer === NOT_KNOWN ? other.customer : withOther(one.customer, other.customer),
  known: one.known.withAll(other.known),
  taken: one.taken.withAll(other.taken),
  units: one.units.withAll(other.units),
});

const withUsage = (readings: Readings, known: Known, unit: string): Readings => ({
  ...readings,
  known: readings.known.with(periodOf(known.usage), known),
  taken: readings.taken.with(placeOf(known.usage), takenBy(known, readings)),
  units: readings.units.with(rowOf(known.usage), unit),
});

/** What takes up the place of a usage after it. */
const takenBy = (known: Known, { taken }: Readings): Usage | null => {
  if (!isVoid(known)) return known.usage;
  const there = taken.get(placeOf(known.usage));
  return there && there.to !== known.usage.to ? there : null;
};

const periodOf = ({ from, to, register }: Period) => `${from} ${to} ${register ?? ''}`;

const placeOf = (usage: Usage) => `${rowOf(usage)}${usage.from}`;

// A line break is in no id and in no label.
const rowOf = ({ customerId, register }: Register) => `${customerId}\n${register ?? ''}\n`;
