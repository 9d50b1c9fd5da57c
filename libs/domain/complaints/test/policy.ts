import { policyOf, type ComplaintPolicy } from '../src/due-time.js';

const DAY = [{ from: '00:00', to: '24:00' }] as const;

/** Around the clock: a high one is answered within 4 hours and resolved within 8. */
export const policy: ComplaintPolicy = policyOf({
  calendar: { timeZone: 'UTC', week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: DAY, 7: DAY }, holidays: [] },
  hoursToResolve: { low: 40, medium: 24, high: 8, critical: 2 },
  hoursToRespond: { low: 16, medium: 8, high: 4, critical: 1 },
});
