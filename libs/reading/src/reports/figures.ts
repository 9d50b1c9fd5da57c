import type { Reading, RecordGroups } from '@annals/access';
import type {
  Amounts,
  Condition,
  Group,
  Medians,
  ReportDefinition,
  ReportedView,
  Scalar,
  Sums,
} from '@annals/event-sourcing';
import type { Answer } from '@annals/projecting';
import { medianOf } from './median.js';
import { conditionsOf, type ReportRequest } from './report-request.js';

export type Figure = {
  readonly key: Readonly<Record<string, Scalar>>;
  readonly sums: Sums;
  readonly amounts: Amounts;
  readonly medians: Medians;
};

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
  const middle = await middlesOf(facts, view, { where, groupBy }, reading);

  const figure = ({ key, count, sums, amounts }: Group): Figure => ({
    key: Object.fromEntries(groupBy.map((name, index) => [name, key[index]!])),
    sums: {
      ...Object.fromEntries(report.sum.map((name, index) => [name, sums[index]!])),
      ...(distinct && { [distinct.of]: counted?.get(JSON.stringify(key))?.length ?? 0 }),
      count,
    },
    amounts: Object.fromEntries((report.amounts ?? []).map((name, index) => [name, amounts[index]!])),
    medians: middle(key),
  });
  return { ...answer, value: answer.value.map(figure) };
};

const distinctIn = ({ distinct }: ReportDefinition, used: readonly string[]) =>
  distinct?.within.some((name) => used.includes(name)) ? distinct : undefined;

type Grouping = { readonly where: readonly Condition[]; readonly groupBy: readonly string[] };

/** The middle values of a group by its key: of how many documents have each value. */
const middlesOf = async (
  facts: RecordGroups,
  view: ReportedView,
  { where, groupBy }: Grouping,
  reading: Reading,
): Promise<(key: Group['key']) => Medians> => {
  const { medians = [] } = view.report;
  if (medians.length === 0) return () => ({});
  const width = groupBy.length;
  const { value } = await facts.aggregate(view, { where, groupBy: [...groupBy, ...medians] }, reading);
  const byKey = Map.groupBy(value, ({ key }) => JSON.stringify(key.slice(0, width)));
  return (key) => {
    const groups = byKey.get(JSON.stringify(key)) ?? [];
    const counted = (index: number) =>
      groups.flatMap(({ key: at, count }) => {
        const each = at[width + index];
        return typeof each === 'number' ? [[each, count] as const] : [];
      });
    return Object.fromEntries(medians.map((name, index) => [name, medianOf(counted(index))]));
  };
};
