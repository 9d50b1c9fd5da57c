/** A day of the calendar in the zone of the user, such as `2026-01-08`. */
export type Day = string;

const padded = (value: number) => String(value).padStart(2, '0');

/** The day of an instant. */
export const dayOf = (at: Date): Day => `${at.getFullYear()}-${padded(at.getMonth() + 1)}-${padded(at.getDate())}`;

const beginning = (of: Date, days: number): Date => new Date(of.getFullYear(), of.getMonth(), of.getDate() + days);

/** The day that is `days` after the day of an instant. */
export const dayFrom = (at: Date, days: number): Day => dayOf(beginning(at, days));

/** The instant at which that day begins. */
export const startOfDay = (at: Date, days: number): string => beginning(at, days).toISOString();
