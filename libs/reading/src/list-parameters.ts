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
};

/** The parameters that a list has because its view declares them. */
export const parametersOf = (view: ListedView): readonly ListParameter[] => {
  const { fields, list } = view;
  if (UPDATED_AT in fields) throw new Error(`${list.record.name}: no field can be called ${UPDATED_AT}.`);
  const { filters, facets = [], ranges = [], conditions = {}, search } = list;
  return [
    ...filters.map((name) => several(name, fields[name]!.kind, fields[name]!.schema)),
    ...facets.flatMap(({ of }) => Object.entries(of).map(([name, schema]) => several(name, kindOf(schema), schema))),
    ...placesFor(view).map((place) => several(place, 'text', undefined, PLACES[place])),
    ...ranges.flatMap((name) => ['from', 'to'].map((end) => one(`${name}.${end}`, fields[name]!.kind))),
    ...Object.keys(conditions).map((name) => asSent(name, IsIn(['true']))),
    ...(search ? [asSent('q', Fits(z.string().max(LONGEST).describe(search.of)))] : []),
  ];
};

const several = (name: string, kind: Kind, schema: z.ZodType = VALUE[kind], description?: string): ListParameter => {
  const values = z.array(schema).max(MOST_VALUES);
  return {
    name,
    read: (sent) => listed(sent).map((each) => valueIn(each, kind)),
    rule: Fits(description ? values.describe(description) : values),
  };
};

const one = (name: string, kind: Kind): ListParameter => ({
  name,
  read: (sent) => valueIn(sent, kind),
  rule: Fits(VALUE[kind]),
});

const asSent = (name: string, rule: PropertyDecorator): ListParameter => ({ name, read: (sent) => sent, rule });

const listed = (sent: unknown): readonly unknown[] =>
  [sent].flat().flatMap((one): readonly unknown[] => (typeof one === 'string' ? listIn(one) : [one]));

const valueIn = (sent: unknown, kind: Kind) => (typeof sent === 'string' ? READ[kind](sent) : sent);
