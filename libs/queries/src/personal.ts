/** Where views hold what is personal in the events that they are made of. */
export const PERSONAL = {
  customerRow: ['name', 'city', 'phone', 'email'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
