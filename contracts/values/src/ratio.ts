import { divide } from './decimal.js';

/** A share or an average, rounded to some decimal places; `null` where there is nothing to share among. */
export const ratio = (total: number, among: number, places = 2): number | null => {
  const scale = 10 ** places;
  return among === 0 ? null : Math.round((total / among) * scale) / scale;
};

/** The average of an exact sum, a decimal string rounded to some places; `null` where there is nothing to share among. */
export const average = (total: string, among: number, places = 2): string | null =>
  among === 0 ? null : divide(total, `${among}`, places);
