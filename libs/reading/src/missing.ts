import type { ListedView } from '@annals/event-sourcing';
import { httpProblems, type HttpProblemType } from '@annals/http';

type Missing = {
  readonly types: readonly HttpProblemType[];
  /** Throws it for the record with this id. */
  readonly fail: (id: string, headers: Readonly<Record<string, string>>) => never;
};

/** The problem of a record that does not exist, or that the caller may not see: `ComplaintNotFound`. */
export const missingOf = ({ record }: Pick<ListedView['list'], 'record'>): Missing => {
  const code = `${record.name}NotFound`;
  const { types, fail } = httpProblems({
    [code]: {
      status: 404,
      title: { en: `${record.en[0]!.toUpperCase()}${record.en.slice(1)} not found`, zh: `${record.zh}不存在` },
      detail: {
        en: `There is no ${record.en} {id}, or you may not see it. Check the id.`,
        zh: `${record.zh} {id} 不存在，或您无权查看。请核对标识。`,
      },
      example: { id: 'r-1' },
    },
  });
  return { types, fail: (id, headers) => fail(code, { id }, headers) };
};
