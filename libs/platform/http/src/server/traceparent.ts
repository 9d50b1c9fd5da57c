const FORM = /^(?!ff)([\da-f]{2})-(?!0{32})([\da-f]{32})-(?!0{16})([\da-f]{16})-([\da-f]{2})(-.*)?$/;
const KNOWN = 0b11; // sampled and random; other flags must not be propagated

/**
 * W3C trace context of a header in version 00; `undefined` for values that the standard requires to be ignored. Of a later
 * version, the known part is used.
 */
export const traceparentIn = (header: unknown): string | undefined => {
  const [, version, trace, parent, flags = '', more] = (typeof header === 'string' && FORM.exec(header)) || [];
  if (trace === undefined || (version === '00' && more !== undefined)) return undefined;
  return `00-${trace}-${parent}-0${Number.parseInt(flags, 16) & KNOWN}`;
};
