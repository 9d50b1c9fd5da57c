import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client.js';
import type { components } from '../../generated/api.js';

export type Preview = components['schemas']['ImportPreview'];
export type Format = NonNullable<components['schemas']['PreviewForm']['format']>;
type Constants = Readonly<Record<string, unknown>>;

/** What the user has decided of a file; the rest is suggested. */
export type Decisions = {
  readonly columns: ReadonlyMap<string, string | null>;
  readonly format: Format;
  readonly constants: Constants;
};

const NOTHING: Decisions = { columns: new Map(), format: {}, constants: {} };

/** The preview of a file as decided so far; while it is asked for anew, the one before. */
export const usePreview = (fileId: string) => {
  const [decisions, decide] = useState(NOTHING);
  const { columns, format, constants } = decisions;
  const body = {
    format,
    constants: constants as Record<string, never>,
    columns: [...columns].map(([column, target]) => ({ column, target })),
  };
  const query = useQuery({
    queryKey: ['import-preview', fileId, body],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/v1/import-files/{fileId}/preview', { params: { path: { fileId } }, body, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  });
  return { ...query, decisions, decide };
};

/** A column with another target, which no other column has then. */
export const withTarget = (before: Decisions, preview: Preview, column: string, target: string | null): Decisions => {
  const columns = new Map(before.columns);
  const other = preview.columns.find((each) => target !== null && each.target === target && each.column !== column);
  if (other) columns.set(other.column, null);
  return { ...before, columns: columns.set(column, target) };
};

/** Another format; what was decided of columns stands only as long as the columns stay the same. */
export const withFormat = (before: Decisions, change: Format): Decisions => ({
  ...before,
  columns: new Map(),
  format: { ...before.format, ...change },
});
