import { text, UPDATED_AT, view, type Event } from '@annals/event-sourcing';
import { recorded } from '@annals/testing';
import { z } from 'zod';
import { shapeOf } from '../views/any-projection.js';
import { foldToWrite } from './fold.js';

type Noted = Event<'Noted', { readonly note: string }>;
type Note = { readonly note: string };

const notes = view<Noted, Note>()({
  name: 'notes',
  version: 1,
  key: () => 'a',
  on: { Noted: (before, { data }) => (before?.note === data.note ? before : data) },
  fields: { note: text(({ note }) => note) },
  about: 'installation',
  indexes: [['note']],
  personal: [],
  answer: { schema: z.strictObject({ note: z.string() }), of: (note) => note },
  list: {
    path: 'notes',
    summary: { en: 'List notes', zh: '列出笔记' },
    record: { name: 'Note', en: 'note', zh: '笔记' },
    needs: 'notes.read',
    filters: [],
    sorts: ['note'],
  },
});
const noted = (note: string): Noted => ({ type: 'Noted', schemaVersion: 1, data: { note } });

describe('a view with a list', () => {
  const log = recorded([noted('a'), noted('b'), noted('b')]);

  it('keeps when the last event that changed a document was recorded', () => {
    const { write } = foldToWrite(notes, 'a', log);
    expect(write).toMatchObject({ body: { note: 'b' }, fields: { note: 'b', [UPDATED_AT]: log[1]!.recordedAt } });
  });

  it('keeps the same whether events come one by one or together', () => {
    const first = foldToWrite(notes, 'a', log.slice(0, 1)).changed!;
    const second = foldToWrite(notes, 'a', log.slice(1), first);
    expect(second.write).toEqual(foldToWrite(notes, 'a', log).write);
  });

  it('has an index by it', () => {
    expect(shapeOf(notes, 'notes-v1')).toMatchObject({
      fields: { note: 'one', [UPDATED_AT]: 'one' },
      indexes: [['note'], [UPDATED_AT]],
    });
  });
});
