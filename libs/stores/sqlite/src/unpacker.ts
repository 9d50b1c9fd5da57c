import { AGAIN, isNumbered, SHORT_LIST, SHORT_TEXT, SMALL, TAG } from './packed.js';
import { dayAt, instantAt, uuidIn } from './packed-texts.js';
import type { Shapes } from './shapes.js';

/** Unpacks what a `Packer` has packed. */
export class Unpacker {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  private texts: string[] = [];

  constructor(private readonly shapes: Shapes) {}

  /** `known` are the columns that the document was packed with. */
  unpack(bytes: Buffer, known: readonly unknown[]): object {
    this.bytes = bytes;
    this.at = 0;
    this.texts = known.filter(isNumbered);
    return this.value() as object;
  }

  private value(): unknown {
    const tag = this.bytes[this.at++]!;
    if (tag >= SHORT_TEXT) return this.numbered(this.text(tag - SHORT_TEXT, 'utf8'));
    if (tag >= SMALL) return tag - SMALL;
    if (tag >= AGAIN) return this.texts[tag - AGAIN];
    return tag >= SHORT_LIST ? this.list(tag - SHORT_LIST) : this.tagged(tag);
  }

  private tagged(tag: number): unknown {
    const read = this.readers[tag];
    if (!read) throw new Error(`A document has an unknown tag ${tag}.`);
    return read();
  }

  private readonly readers: Readonly<Record<number, () => unknown>> = {
    [TAG.null]: () => null,
    [TAG.false]: () => false,
    [TAG.true]: () => true,
    [TAG.double]: () => this.bytes.readDoubleLE(this.skip(8)),
    [TAG.integer]: () => this.integer(),
    [TAG.negative]: () => -this.integer(),
    [TAG.text]: () => this.numbered(this.text(this.integer(), 'utf8')),
    [TAG.broken]: () => this.numbered(this.text(this.integer(), 'utf16le')),
    [TAG.uuid]: () => this.numbered(uuidIn(this.bytes, this.skip(16))),
    [TAG.instant]: () => this.numbered(instantAt(this.bytes.readUIntBE(this.skip(6), 6))),
    [TAG.day]: () => this.numbered(dayAt(this.bytes.readUIntBE(this.skip(3), 3))),
    [TAG.again]: () => this.texts[this.integer()],
    [TAG.list]: () => this.list(this.integer()),
    [TAG.shaped]: () => this.shaped(this.shapes.keysOf(this.integer())),
    [TAG.keyed]: () => this.keyed(this.integer()),
  };

  private list(length: number): readonly unknown[] {
    return Array.from({ length }, () => this.value());
  }

  private shaped(keys: readonly string[]): object {
    const found: Record<string, unknown> = {};
    for (const key of keys) found[key] = this.value();
    return found;
  }

  private keyed(length: number): object {
    // Not by assignment, because a key may be `__proto__`.
    return Object.fromEntries(Array.from({ length }, () => [this.value() as string, this.value()]));
  }

  private text(length: number, encoding: 'utf8' | 'utf16le'): string {
    const from = this.skip(length);
    return this.bytes.toString(encoding, from, this.at);
  }

  private numbered(text: string): string {
    if (isNumbered(text)) this.texts.push(text);
    return text;
  }

  private integer(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.bytes[this.at++]!;
      value += (byte % 0x80) * scale;
      if (byte < 0x80) return value;
    }
  }

  private skip(length: number): number {
    this.at += length;
    return this.at - length;
  }
}
