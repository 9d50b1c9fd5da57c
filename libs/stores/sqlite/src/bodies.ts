import type { StoredDocument } from '@annals/event-sourcing';
import type { Database } from 'better-sqlite3';
import { Packer } from './packer.js';
import { Shapes } from './shapes.js';
import type { Statements } from './statements.js';
import type { Stored } from './scalars.js';
import { Unpacker } from './unpacker.js';

/** A row as `Tables.found` reads it. */
export type Found = readonly [id: string, position: number, body: string | Buffer, ...columns: Stored[]];

const UNPACKED = 5; // times the bytes of a packed document, in characters

/** Documents as their rows have them; versions before wrote them as JSON. */
export class Bodies {
  private readonly shapes: Shapes;
  private readonly packer: Packer;
  private readonly unpacker: Unpacker;

  constructor(database: Database, sql: Statements) {
    this.shapes = new Shapes(database, sql);
    this.packer = new Packer(this.shapes);
    this.unpacker = new Unpacker(this.shapes);
  }

  /** For the row with these columns; valid until the next call, which must be in a writing transaction as this one. */
  pack(body: object, id: string, columns: readonly Stored[]): Buffer {
    return this.packer.pack(body, [id, ...columns]);
  }

  document([id, position, body, ...columns]: Found): StoredDocument {
    const read = () => (typeof body === 'string' ? (JSON.parse(body) as object) : this.unpack(body, id, columns));
    return { id, position, body: read() };
  }

  /** Of a document in memory, in characters. */
  sizeOf([, , body]: Found): number {
    return typeof body === 'string' ? body.length : UNPACKED * body.length;
  }

  /** Must be called when a transaction was rolled back. */
  forget() {
    this.shapes.forget();
  }

  private unpack(body: Buffer, id: string, columns: readonly Stored[]): object {
    return this.unpacker.unpack(body, [id, ...columns]);
  }
}
