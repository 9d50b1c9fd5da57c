import { AGAIN, isNumbered, SHORT_LIST, SHORT_TEXT, SMALL, TAG } from './packed.js';
import { dayOf, instantOf, isUuid } from './packed-texts.js';
import type { Shapes } from './shapes.js';

const START = 64 * 1024; // bytes
const ROOM = 16; // bytes, more than the longest value besides texts
const KEPT = 2_000; // texts, because to set a known one again takes less time than to begin with none

/** Packs documents: keys are numbers, and a text that the row has already is not repeated. */
export class Packer {
  private bytes = Buffer.allocUnsafe(START);
  private at = 0;
  /** The numbers of texts, counted on from document to document: those below `first` are of documents before. */
  private readonly texts = new Map<string, number>();
  private first = 0;
  private numbered = 0;

  constructor(private readonly shapes: Shapes) {}

  /** What `JSON.stringify` keeps of a document; `known` are the other columns of its row. Valid until the next call. */
  pack(document: object, known: readonly unknown[]): Buffer {
    this.at = 0;
    this.first = this.numbered;
    if (this.texts.size > KEPT) this.texts.clear();
    for (const value of known) if (isNumbered(value)) this.note(value, value.isWellFormed()); // as only these are read back
    this.value(document);
    return this.bytes.subarray(0, this.at);
  }

  private value(value: unknown): void {
    this.reserve(ROOM);
    if (typeof value === 'string') this.text(value);
    else if (typeof value === 'object' && value !== null) this.object(value);
    else if (typeof value === 'number') this.numeric(value);
    else if (typeof value === 'bigint') throw new TypeError('A document cannot have a bigint.');
    else this.tag(value === true ? TAG.true : value === false ? TAG.false : TAG.null);
  }

  private object(value: object) {
    if (Array.isArray(value)) {
      this.counted(SHORT_LIST, 15, TAG.list, value.length);
      for (const each of value) this.value(each);
    } else if (hasOwnForm(value)) this.value(value.toJSON());
    else this.record(value as Readonly<Record<string, unknown>>);
  }

  private record(value: Readonly<Record<string, unknown>>) {
    const keys = keptOf(value);
    const shape = this.shapes.numberOf(keys);
    this.tag(shape === undefined ? TAG.keyed : TAG.shaped);
    this.integer(shape ?? keys.length);
    for (const key of keys) {
      if (shape === undefined) this.value(key);
      this.value(value[key]);
    }
  }

  private numeric(value: number) {
    if (Number.isSafeInteger(value)) {
      if (value >= 0) return this.counted(SMALL, 63, TAG.integer, value);
      this.tag(TAG.negative);
      return this.integer(-value);
    }
    if (!Number.isFinite(value)) return this.tag(TAG.null);
    this.tag(TAG.double);
    this.at = this.bytes.writeDoubleLE(value, this.at);
  }

  private text(value: string) {
    const again = this.texts.get(value);
    if (again !== undefined && again >= this.first) return this.counted(AGAIN, 31, TAG.again, again - this.first);
    if (isNumbered(value)) this.note(value, true);
    if (!this.special(value)) this.plain(value);
  }

  /** Texts of a form that takes fewer bytes. */
  private special(value: string): boolean {
    if (value.length === 36 && isUuid(value)) {
      this.tag(TAG.uuid);
      this.at += this.bytes.write(value.replaceAll('-', ''), this.at, 'hex');
      return true;
    }
    const instant = value.length === 24 ? instantOf(value) : undefined;
    if (instant !== undefined) return this.fixed(TAG.instant, instant, 6);
    const day = value.length === 10 ? dayOf(value) : undefined;
    return day !== undefined && this.fixed(TAG.day, day, 3);
  }

  private fixed(tag: number, value: number, length: number): true {
    this.tag(tag);
    this.at = this.bytes.writeUIntBE(value, this.at, length);
    return true;
  }

  private plain(value: string) {
    const encoding = value.isWellFormed() ? 'utf8' : 'utf16le';
    const length = Buffer.byteLength(value, encoding);
    this.reserve(length + ROOM);
    if (encoding === 'utf8') this.counted(SHORT_TEXT, 127, TAG.text, length);
    else {
      this.tag(TAG.broken);
      this.integer(length);
    }
    this.at += this.bytes.write(value, this.at, encoding);
  }

  /** A number in the tag if it is small. */
  private counted(small: number, most: number, tag: number, count: number) {
    if (count <= most) return this.tag(small + count);
    this.tag(tag);
    this.integer(count);
  }

  private integer(value: number) {
    let rest = value;
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.tag(0x80 + (rest % 0x80));
    this.tag(rest);
  }

  private tag(tag: number) {
    this.bytes[this.at++] = tag;
  }

  private note(text: string, isSame: boolean) {
    if (isSame) this.texts.set(text, this.numbered);
    this.numbered += 1;
  }

  private reserve(more: number) {
    if (this.at + more <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.at + more));
    this.bytes.copy(larger, 0, 0, this.at);
    this.bytes = larger;
  }
}

const hasOwnForm = (value: object): value is { toJSON(): unknown } =>
  'toJSON' in value && typeof value.toJSON === 'function';

const isKept = (value: unknown) => value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';

const keptOf = (value: Readonly<Record<string, unknown>>): readonly string[] => {
  const keys = Object.keys(value);
  return keys.every((key) => isKept(value[key])) ? keys : keys.filter((key) => isKept(value[key]));
};
