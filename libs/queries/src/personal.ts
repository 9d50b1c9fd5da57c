/** Where views hold what is personal in the events that they are made of. */
export const PERSONAL = {
  customerRow: ['name', 'city', 'phone', 'email'],
  deal: ['title', 'attributes', 'reason', 'customerName'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
