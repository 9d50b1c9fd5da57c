import { z } from 'zod';
import { expected } from './expected.js';

/** An instant with any offset, kept as it was sent: `2026-01-31T09:00:00+08:00`. */
export const instantWithOffset = z.iso.datetime({
  offset: true,
  error: expected(
    'an instant with its offset such as `2026-01-31T09:00:00+08:00`',
    '带时差的时刻，例如 `2026-01-31T09:00:00+08:00`',
  ),
});

const inUtc = instantWithOffset.overwrite((text) =>
  Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString(),
);

/** An `instant` as callers send it: with any offset. The value is in UTC, as it is stored. */
export const sentInstant = (stored: z.ZodType<string>): z.ZodISODateTime => inUtc.meta(stored.meta() ?? {});
