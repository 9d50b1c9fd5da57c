import type { ListedView } from '@annals/event-sourcing';
import type { HttpProblemType } from '@annals/http';

/** The problem of a record that is not there, or that the caller may not see: `ComplaintNotFound`. */
export const missingOf = ({ list: { record } }: ListedView): HttpProblemType => ({
  code: `${record.name}NotFound`,
  status: 404,
  title: { en: `${record.en[0]!.toUpperCase()}${record.en.slice(1)} not found`, zh: `${record.zh}不存在` },
  detail: {
    en: `There is no ${record.en} {id}, or you may not see it. Check the id.`,
    zh: `${record.zh} {id} 不存在，或您无权查看。请核对标识。`,
  },
  example: { id: 'r-1' },
});
