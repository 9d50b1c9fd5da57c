import type { DecoderStream } from 'iconv-lite';
import { StringDecoder } from 'node:string_decoder';

const UTF_8 = 'utf-8';

/** Makes text of bytes that arrive in pieces. */
export type Decoder = Pick<DecoderStream, 'write' | 'end'>;

// Loaded on demand: most files are UTF-8, and its tables take longer than a small file.
const iconv = async () => (await import('iconv-lite')).default;

/**
 * The encoding of a label as browsers and the WHATWG standard read it (`latin1` is Windows-1252, `gb2312` is GBK), or else
 * as iconv knows it (`cp437`); `undefined` if neither does.
 */
export const encodingOf = async (label: string): Promise<string | undefined> => {
  const name = standard(label);
  if (name === UTF_8) return name;
  const { encodingExists } = await iconv();
  return [name, label].find((each) => each !== undefined && encodingExists(each));
};

const MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  [UTF_8, [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Bytes that are enough for `markedEncoding`. */
export const LONGEST_MARK = 3;

/** The encoding that a byte order mark at the beginning of a file names. */
export const markedEncoding = (head: Uint8Array): string | undefined =>
  MARKS.find(([, mark]) => mark.every((byte, index) => head[index] === byte))?.[0];

/** Leaves a byte order mark out. */
export const decoderOf = async (encoding: string): Promise<Decoder> =>
  encoding === UTF_8 ? utf8() : (await iconv()).getDecoder(encoding);

const MARK = '\uFEFF';

const utf8 = (): Decoder => {
  const decoder = new StringDecoder('utf8');
  let begun = false;
  return {
    write: (bytes) => {
      const text = decoder.write(bytes);
      const isMarked = !begun && text.startsWith(MARK);
      begun ||= text !== '';
      return isMarked ? text.slice(MARK.length) : text;
    },
    end: () => decoder.end(),
  };
};

const standard = (label: string): string | undefined => {
  try {
    const name = new TextDecoder(label).encoding;
    return name === 'gbk' ? 'gb18030' : name; // the standard decodes both alike
  } catch {
    return undefined;
  }
};
