import { Fits } from '@annals/command-bus/forms';
import { UPDATED_AT, type ListedView } from '@annals/event-sourcing';
import { listIn } from '@annals/http';
import { IsIn } from 'class-validator';
import { z } from 'zod';
import { PLACES, placesFor } from './places.js';
import { kindOf, READ, VALUE, type Kind } from './values.js';

const MOST_VALUES = 100; // of one filter
const LONGEST = 200; // characters of a search

/** A parameter of one list: what it was sent as becomes a value, which has to keep the rule. */
export type ListParameter = {
  readonly name: string;
  readonly read: (sent: unknown) => unknown;
  readonly rule: PropertyDecorator;
  /** Whether values, as they are sent, may be kept in a saved view; without it, searched words and personal values, none may. */
  readonly keeps?: (values: readonly string[]) => boolean;
};

/** The parameters that a list has because its view declares them. */
export const parametersOf = (view: ListedView): readonly ListParameter[] => {
  const { fields, list } = view;
  if (UPDATED_AT in fields) throw new Error(`${list.record.name}: no field can be called ${UPDATED_AT}.`);
  const { filters, facets = [], ranges = [], conditions = {}, search } = list;
  return [
    ...filters.map((name) => keptIf(!fields[name]!.personal, several(name, fields[name]!.kind, fields[name]!.schema))),
    ...facets.flatMap(({ field, of }) =>
      Object.entries(of).map(([name, schema]) =>
        keptIf(!fields[field]!.personal, several(name, kindOf(schema), schema)),
      ),
    ),
    ...placesFor(view).map((place) => several(place, 'text', undefined, PLACES[place])),
    ...ranges.flatMap((name) =>
      ['from', 'to'].map((end) => keptIf(!fields[name]!.personal, one(`${name}.${end}`, fields[name]!.kind))),
    ),
    ...Object.keys(conditions).map((name) => ({ ...asSent(name, IsIn(['true'])), keeps: isTrue })),
    ...(search ? [asSent('q', Fits(z.string().max(LONGEST).describe(search.of)))] : []),
  ];
};

const isTrue = (values: readonly string[]) => values.length === 1 && values[0] === 'true';

const keptIf = (may: boolean, { keeps, ...parameter }: ListParameter): ListParameter => ({
  ...parameter,
  ...(may && keeps && { keeps }),
});

const several = (name: string, kind: Kind, schema: z.ZodType = VALUE[kind], description?: string): ListParameter => {
  const values = z.array(schema).max(MOST_VALUES);
  const read = (sent: unknown) => listed(sent).map((each) => valueIn(each, kind));
  return {
    ...{ name, read },
    rule: Fits(description ? values.describe(description) : values),
    keeps: (sent) => values.safeParse(read(sent)).success,
  };
};

const one = (name: string, kind: Kind): ListParameter => ({
  name,
  read: (sent) => valueIn(sent, kind),
  rule: Fits(VALUE[kind]),
  keeps: ([sent, ...more]) => more.length === 0 && VALUE[kind].safeParse(valueIn(sent, kind)).success,
});

const asSent = (name: string, rule: PropertyDecorator): ListParameter => ({ name, read: (sent) => sent, rule });

const listed = (sent: unknown): readonly unknown[] =>
  [sent].flat().flatMap((one): readonly unknown[] => (typeof one === 'string' ? listIn(one) : [one]));

const valueIn = (sent: unknown, kind: Kind) => (typeof sent === 'string' ? READ[kind](sent) : sent);
