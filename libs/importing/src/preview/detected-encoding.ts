import { encodingOf, markedEncoding } from '../encoding.js';

/**
 * The encoding in which a file is probably written, by its first bytes: that of its byte order mark, UTF-8 if they are valid in
 * it, else the likeliest one by the frequencies of characters.
 */
export const detectedEncoding = async (head: Uint8Array): Promise<string> => {
  const marked = markedEncoding(head);
  if (marked !== undefined) return marked;
  if (isUtf8(head)) return 'utf-8';
  const { analyse } = await import('chardet');
  for (const { name } of analyse(head)) if ((await encodingOf(name)) !== undefined) return name.toLowerCase();
  return 'latin1';
};

/** The last character may be cut off. */
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }).includes('\0');
  } catch {
    return false;
  }
};
