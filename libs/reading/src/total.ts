/** Records are counted so far and no further. */
export const MOST_COUNTED = 10_000;

/** How many records there are on all pages; with `more`, more than `count`. */
export type Total = { readonly count: number; readonly more: boolean };

/** The total by what was counted up to one more than the most. */
export const totalOf = (counted: number): Total => ({
  count: Math.min(counted, MOST_COUNTED),
  more: counted > MOST_COUNTED,
});

/** JSON Schema of a total. */
export const TOTAL_SCHEMA = {
  type: 'object',
  description: `On all pages together, for callers who ask for \`?total=true\`. With \`more\` there are more than \`count\`: no more than ${MOST_COUNTED} are counted.`,
  properties: { count: { type: 'integer', minimum: 0, maximum: MOST_COUNTED }, more: { type: 'boolean' } },
  required: ['count', 'more'],
  additionalProperties: false,
};
