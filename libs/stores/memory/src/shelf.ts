import { NO_PART, rowValues, type Row as Values } from '@annals/event-sourcing';
import type { Collection, DocumentStore, DocumentWrite, FieldValue } from '@annals/event-sourcing';
import type { StoredDocument, ViewPart, ViewRead } from '@annals/event-sourcing';

/** A stored document; `body` is JSON, `null` if the document was removed. */
export type Row = Values & { readonly position: number; readonly body: string | null };

export type Shelf = { readonly declared: Collection; readonly rows: Map<string, Row>; checkpoint: number };

export const put = ({ declared, rows }: Shelf, { id, position, body, fields }: DocumentWrite) => {
  if (position <= (rows.get(id)?.position ?? -Infinity)) return;
  const values = Object.entries(declared.fields).map(([name, kind]) => {
    const value: FieldValue = fields[name] ?? (kind === 'many' ? [] : null);
    return [name, value] as const;
  });
  rows.set(id, { id, position, body: body && JSON.stringify(body), values: rowValues(Object.fromEntries(values)) });
};

export const document = ({ id, position, body }: Row): StoredDocument => ({
  id,
  position,
  body: JSON.parse(body!) as object,
});

export const readView = async (
  store: DocumentStore,
  { declared: { name }, checkpoint }: Shelf,
  read: ViewRead,
): Promise<ViewPart> => {
  const part = { ...NO_PART, checkpoint };
  if ('ids' in read) return { ...part, documents: await store.get(name, read.ids) };
  if ('query' in read) return { ...part, documents: (await store.find(name, read.query)).documents };
  return { ...part, groups: await store.aggregate(name, read.aggregation) };
};
