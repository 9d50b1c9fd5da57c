const FORM = /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(-.*)?$/;
const KNOWN = 0b11; // sampled and random: other flags are not to be passed on

/**
 * W3C trace context, as version 00 writes it, of what a header says; `undefined` for what the standard tells to ignore.
 * Of a version to come it takes what this one knows.
 */
export const traceparentIn = (header: unknown): string | undefined => {
  const [, version, trace, parent, flags = '', more] = (typeof header === 'string' && FORM.exec(header)) || [];
  if (trace === undefined || (version === '00' && more !== undefined)) return undefined;
  return `00-${trace}-${parent}-0${Number.parseInt(flags, 16) & KNOWN}`;
};
