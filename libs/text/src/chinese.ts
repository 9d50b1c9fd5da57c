import { createRequire } from 'node:module';
import type * as Pinyin from 'pinyin-pro';

const require = createRequire(import.meta.url);

/** Its own types do not resolve in modules of Node. */
type Converters = { readonly Converter: (way: { from: 't'; to: 'cn' }) => (text: string) => string };

let convert: ((text: string) => string) | undefined;
let library: typeof Pinyin | undefined;

// Both dictionaries are loaded when they are first used.
const converter = () => (convert ??= (require('opencc-js/t2cn') as Converters).Converter({ from: 't', to: 'cn' }));
const pinyin = () => (library ??= require('pinyin-pro') as typeof Pinyin);

const HAN = /\p{sc=Han}/u;
/** Each run of Chinese characters. */
export const RUNS = /\p{sc=Han}+/gu;

/** Whether a text has Chinese characters. */
export const hasHan = (text: string): boolean => HAN.test(text);

/** A text with simplified characters in the place of traditional ones. */
export const simplified = (text: string): string => (HAN.test(text) ? converter()(text) : text);

type Reading = {
  /** The text begins with a surname, some of which are read in another way than elsewhere: `单` as `shan`. */
  readonly surname?: boolean;
};

/** Chinese characters as syllables without tones, `ü` as `v`, with spaces between them; everything else as it is. */
export const inPinyin = (text: string, { surname = false }: Reading = {}): string =>
  text
    .replace(RUNS, (run) => ` ${syllables(simplified(run), surname)} `)
    .replace(/\s+/g, ' ')
    .trim();

const syllables = (run: string, surname: boolean) =>
  pinyin().pinyin(run, { toneType: 'none', v: true, surname: surname ? 'head' : 'off' });
