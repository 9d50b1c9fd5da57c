import iconv from 'iconv-lite';

/**
 * The encoding of a label as browsers and the WHATWG standard read it (`latin1` is Windows-1252, `gb2312` is GBK), or else
 * as iconv knows it (`cp437`); `undefined` if neither does.
 */
export const encodingOf = (label: string): string | undefined =>
  [standard(label), label].find((name) => name !== undefined && iconv.encodingExists(name));

const standard = (label: string): string | undefined => {
  try {
    const name = new TextDecoder(label).encoding;
    return name === 'gbk' ? 'gb18030' : name; // the standard decodes both alike
  } catch {
    return undefined;
  }
};
