import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Field } from '../api/catalogue.js';
import { useListForm } from './list/use-list.js';
import { ErrorNotice, SkeletonLines } from './states.js';

type Props<Row> = {
  /** The path of its list, such as `/v1/deals`. */
  readonly list: string;
  /** What it is, and its id. */
  readonly of: readonly [kind: string, id: string];
  readonly read: (signal: AbortSignal) => Promise<Row>;
  /** The record that was read, with the fields of its list. */
  readonly children: (record: Row, fields: readonly Field[]) => ReactNode;
};

/** The page of one record: what stands there until it is read, and if it cannot be. */
export const RecordPage = <Row,>({ list, of, read, children }: Props<Row>) => {
  const form = useListForm(list);
  const { data, error, refetch } = useQuery({ queryKey: of, queryFn: ({ signal }) => read(signal) });
  if (data !== undefined && form) return <>{children(data, form.columns)}</>;
  return (
    <div className="page">
      {error && data === undefined ? (
        <ErrorNotice error={error} retry={() => void refetch()} />
      ) : (
        <SkeletonLines count={8} />
      )}
    </div>
  );
};
