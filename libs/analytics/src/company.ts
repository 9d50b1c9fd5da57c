import type { BusinessCalendar } from './business-calendar.js';
import type { LifecycleThresholds } from './lifecycle.js';

/** Settings of the installation that several slices read. */
export type Company = { readonly calendar: BusinessCalendar; readonly lifecycle: LifecycleThresholds };

/** The part of the calendar that days and months depend on. */
export const zoneOf = ({ calendar: { timeZone } }: InTimeZone) => ({ timeZone });

/** The time zone of the company: `Asia/Shanghai`. */
export type InTimeZone = { readonly calendar: Pick<BusinessCalendar, 'timeZone'> };
