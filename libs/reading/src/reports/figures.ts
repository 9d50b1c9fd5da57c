import type { Reading, RecordGroups } from '@annals/access';
import type { Amounts, Group, ReportDefinition, ReportedView, Scalar, Sums } from '@annals/event-sourcing';
import type { Answer } from '@annals/projecting';
import { conditionsOf, type ReportRequest } from './report-request.js';

export type Figure = { readonly key: Readonly<Record<string, Scalar>>; readonly sums: Sums; readonly amounts: Amounts };

/** The sums of each group of facts; `fields` are what they are grouped by. */
export const figuresOf = async (
  facts: RecordGroups,
  view: ReportedView,
  request: ReportRequest,
  fields: readonly string[],
  reading: Reading,
): Promise<Answer<readonly Figure[]>> => {
  const { report } = view;
  const groupBy = [...new Set([...fields, ...(report.apart ?? [])])];
  const where = conditionsOf(view, request);
  const answer = await facts.aggregate(
    view,
    { where, groupBy, sum: report.sum, amounts: report.amounts ?? [] },
    reading,
  );
  const distinct = distinctIn(report, [...groupBy, ...Object.keys(request.filters)]);
  const leaders = distinct && (await facts.aggregate(view, { where, groupBy: [...groupBy, distinct.field] }, reading));
  const counted = leaders && Map.groupBy(leaders.value, ({ key }) => JSON.stringify(key.slice(0, -1)));

  const figure = ({ key, count, sums, amounts }: Group): Figure => ({
    key: Object.fromEntries(groupBy.map((name, index) => [name, key[index]!])),
    sums: {
      ...Object.fromEntries(report.sum.map((name, index) => [name, sums[index]!])),
      ...(distinct && { [distinct.of]: counted?.get(JSON.stringify(key))?.length ?? 0 }),
      count,
    },
    amounts: Object.fromEntries((report.amounts ?? []).map((name, index) => [name, amounts[index]!])),
  });
  return { ...answer, value: answer.value.map(figure) };
};

const distinctIn = ({ distinct }: ReportDefinition, used: readonly string[]) =>
  distinct?.within.some((name) => used.includes(name)) ? distinct : undefined;
