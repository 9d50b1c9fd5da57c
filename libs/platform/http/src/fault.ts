/**
 * What the log tells of an error that nobody foresaw: its name, its code and where it was raised, with its causes. Not its
 * message: libraries quote in it what they were given, which may be somebody's data or a secret.
 */
export const describeFault = (error: unknown): string => {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`;
  const { name, code } = error as Error & { readonly code?: unknown };
  const head = typeof code === 'string' && /^\w+$/.test(code) ? `${name} ${code}` : name;
  const cause = error.cause === undefined ? [] : [`caused by ${describeFault(error.cause)}`];
  return [head, ...framesOf(error), ...cause].join('\n');
};

// A message may hold lines that look like frames, so only what comes after it counts.
const framesOf = ({ stack = '', message }: Error): readonly string[] => {
  const after = message && stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  return after.split('\n').filter((line) => /^\s+at \S/.test(line));
};
