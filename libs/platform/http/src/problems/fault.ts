/**
 * An unexpected error for the log: its name, code and stack, with its causes. Not its message, because libraries quote
 * their input in it, which may contain personal data or a secret.
 */
export const describeFault = (error: unknown): string => {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown`;
  const { name, code } = error as Error & { readonly code?: unknown };
  const head = typeof code === 'string' && /^\w+$/.test(code) ? `${name} ${code}` : name;
  const cause = error.cause === undefined ? [] : [`caused by ${describeFault(error.cause)}`];
  return [head, ...framesOf(error), ...cause].join('\n');
};

// A message may contain lines that look like stack frames, so only lines after it count.
const framesOf = ({ stack = '', message }: Error): readonly string[] => {
  const after = message && stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;
  return after.split('\n').filter((line) => /^\s+at \S/.test(line));
};
