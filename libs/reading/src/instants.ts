import type { ListedView, Scalar } from '@annals/event-sourcing';
import { expectPeriod, type Moments } from '@annals/http';

type Asked = Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>;

/**
 * The parameters of a list with every day and instant as the log writes instants; days begin in `TIME_ZONE`. Throws `HttpProblem` 400
 * `MomentInvalid`, and `PeriodInvalid` for a range that ends before it begins.
 */
export const withInstants = <Form extends object>({ fields, list }: ListedView, form: Form, moments: Moments): Form => {
  const asked = form as Asked;
  const { filters, ranges = [] } = list;
  const isInstant = (field: string) => fields[field]?.kind === 'instant';
  const instants = [
    ...filters.filter(isInstant),
    ...ranges.filter(isInstant).flatMap((field) => [`${field}.from`, `${field}.to`]),
    'updatedSince',
  ];
  const read: Asked = { ...asked, ...Object.fromEntries(instants.flatMap((name) => readIn(asked, name, moments))) };
  for (const field of ranges) expectPeriod(endsOf(read, field), endsOf(asked, field));
  return read as Asked & Form;
};

const readIn = (asked: Asked, name: string, moments: Moments) => {
  const sent = asked[name];
  if (sent === undefined) return [];
  const read = (text: Scalar) => moments.at(name, String(text)).toISOString();
  return [[name, Array.isArray(sent) ? sent.map(read) : read(sent as Scalar)] as const];
};

const endsOf = (asked: Asked, field: string) => ({
  from: asked[`${field}.from`] as Scalar | undefined,
  to: asked[`${field}.to`] as Scalar | undefined,
});
