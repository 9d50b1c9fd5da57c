import { fieldsRead, NO_PART, type ViewPart, type ViewRead } from '@annals/event-sourcing';
import { aggregate } from './aggregating.js';
import type { Catalogue, Serving } from './catalogue.js';
import { first, get } from './finding.js';
import type { Statements } from './statements.js';

/** Reads of the collections that serve views; the caller holds a transaction. */
export const readViews = (sql: Statements, catalogue: Catalogue, reads: readonly ViewRead[]): readonly ViewPart[] => {
  const served = catalogue.serving();
  const parts: ViewPart[] = [];
  for (const read of reads) {
    const serving = served.get(read.view);
    if (!serving?.tables.has(fieldsRead(read))) parts.push(NO_PART);
    else if (read.unless !== undefined && isEmpty(parts[read.unless]))
      parts.push({ ...NO_PART, checkpoint: serving.checkpoint });
    else parts.push(partOf(sql, serving, read));
  }
  return parts;
};

const isEmpty = (part: ViewPart | undefined) => part?.documents.length === 0;

const partOf = (sql: Statements, { tables, checkpoint }: Serving, read: ViewRead): ViewPart => {
  const part = { ...NO_PART, checkpoint };
  if ('ids' in read) return { ...part, documents: get(sql, tables, read.ids) };
  if ('query' in read) return { ...part, documents: first(sql, tables, read.query) };
  return { ...part, groups: aggregate(sql, tables, read.aggregation) };
};
