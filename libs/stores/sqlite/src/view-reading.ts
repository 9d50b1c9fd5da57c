import { fieldsRead, NO_PART, type ViewPart, type ViewRead } from '@annals/event-sourcing';
import { aggregate } from './aggregating.js';
import type { Catalogue } from './catalogue.js';
import { find, get } from './finding.js';
import type { Statements } from './statements.js';

/** One read of the collection that serves a view; the caller holds a transaction. */
export const readView = (sql: Statements, catalogue: Catalogue, read: ViewRead): ViewPart => {
  const name = catalogue.served(read.view);
  const tables = name === undefined ? undefined : catalogue.tables(name);
  if (name === undefined || !tables?.has(fieldsRead(read))) return NO_PART;
  const part = { ...NO_PART, checkpoint: catalogue.checkpoint(name)! };
  if ('ids' in read) return { ...part, documents: get(sql, tables, read.ids) };
  if ('query' in read) return { ...part, documents: find(sql, tables, read.query).documents };
  return { ...part, groups: aggregate(sql, tables, read.aggregation) };
};
