/** A number in a JSON text: its path, and how it is written. */
export type NumberAt = { readonly path: readonly string[]; readonly text: string };

const SUSPECT = /(?:^|[\s:,[])-?\d(?:[\d.]{15}|[\d.]{0,14}[eE])/; // others have too few digits to lose any
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|-?\d[\d.eE+-]*/gs;

/**
 * The numbers of a valid JSON text that a double does not carry as they are written, at most `most`: they have more digits, are
 * too large or too small, or are whole and beyond 2^53 − 1, where neighbours become one. Linear in the length of the text.
 */
export const inexactNumbersIn = (json: string, most: number): readonly NumberAt[] => {
  const found: NumberAt[] = [];
  const place = new Place();
  if (SUSPECT.test(json))
    for (const [token] of json.matchAll(TOKEN)) {
      if (!/^[-\d]/.test(token)) place.follow(token);
      else if (!isExact(token)) found.push({ path: place.path, text: token });
      if (found.length === most) break;
    }
  return found;
};

/** Where a reader of a JSON text is: of each open object the last name, of each open list the index. */
class Place {
  private readonly open: (string | number)[] = [];
  private text = '""';

  get path(): readonly string[] {
    return this.open.map((step) => String(step).toWellFormed());
  }

  follow(token: string): void {
    const last = this.open.at(-1);
    if (token === '{') this.open.push('');
    else if (token === '[') this.open.push(0);
    else if (token === ':') this.open.splice(-1, 1, JSON.parse(this.text) as string);
    else if (token === ',') this.open.splice(-1, 1, typeof last === 'number' ? last + 1 : last!);
    else if (token.startsWith('"')) this.text = token;
    else this.open.pop();
  }
}

const isExact = (text: string): boolean => {
  const value = Number(text);
  if (/^-?\d+(\.\d*)?$/.test(text) && Number.isInteger(value) && !Number.isSafeInteger(value)) return false;
  return Number.isFinite(value) && decimal(text) === decimal(String(value));
};

/** One notation for each value: `1.50`, `15e-1` and `1.5` are `15e-1`. The sign is always carried. */
const decimal = (text: string): string => {
  const [, whole, fraction = '', exponent = '0'] = /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(text)!;
  const digits = `${whole!}${fraction}`.replace(/^0+/, '');
  const significant = withoutZerosAtEnd(digits);
  if (significant === '') return '0';
  return `${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
};

const withoutZerosAtEnd = (digits: string) => {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
};
