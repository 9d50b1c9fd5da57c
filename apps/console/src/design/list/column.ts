import type { ReactNode } from 'react';
import type { Field } from '../../api/catalogue.js';
import type { Words } from '../../words/language.js';
import { isFigure } from './cell.js';

export type Phone = 'wide' | 'start' | 'side';

/** A column, by the name of its field. The first one leads to the record. */
export type Column<Row> = {
  readonly name: string;
  /** In place of the value that the kind of the field shows. */
  readonly show?: (row: Row) => ReactNode;
  /** In place of that of the field. */
  readonly label?: Words;
  readonly width?: string;
  /** On a phone: `wide` takes a line, `start` and `side` share one; a column without is not shown. */
  readonly phone?: Phone;
};

/** With the field that it shows. */
export type ShownColumn<Row> = Column<Row> & { readonly field: Field };

/** The class of a cell: figures at the right, and what a phone shows. */
export const classOf = (field: Field, phone: Phone | undefined, place: number): string | undefined =>
  [isFigure(field) ? 'num' : '', place > 0 && phone === undefined ? 'off' : '', phone === 'wide' ? 'w2' : '']
    .filter((each) => each !== '')
    .join(' ') || undefined;
