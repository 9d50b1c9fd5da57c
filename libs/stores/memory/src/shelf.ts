import type { Collection, DocumentWrite, FieldValue, StoredDocument } from '@annals/event-sourcing';
import type { Row } from './rows.js';

export type Shelf = { readonly declared: Collection; readonly rows: Map<string, Row>; checkpoint: number };

export const put = ({ declared, rows }: Shelf, { id, position, body, fields }: DocumentWrite) => {
  if (position <= (rows.get(id)?.position ?? -Infinity)) return;
  const values = Object.entries(declared.fields).map(([name, kind]) => {
    const value: FieldValue = fields[name] ?? (kind === 'one' ? null : []);
    return [name, [value].flat()] as const;
  });
  rows.set(id, { id, position, body: body && JSON.stringify(body), values: new Map(values) });
};

export const document = ({ id, position, body }: Row): StoredDocument => ({
  id,
  position,
  body: JSON.parse(body!) as object,
});

export const sameFields = (one: Collection['fields'], other: Collection['fields']) => {
  const canonical = (fields: Collection['fields']) => JSON.stringify(Object.entries(fields).toSorted());
  return canonical(one) === canonical(other);
};
