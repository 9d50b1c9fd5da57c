/** Times of day in the form `HH:MM`; `24:00` is the end of the day. */
export type OpeningHours = { readonly from: string; readonly to: string };

/** Business hours per weekday (1 is Monday, 7 Sunday) in a time zone, and holidays (`2026-01-01`). */
export type BusinessCalendar = {
  readonly timeZone: string;
  readonly week: Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly OpeningHours[]>>>;
  readonly holidays: readonly string[];
};
