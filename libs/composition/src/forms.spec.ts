import { expectedIn } from '@annals/contracts-values';
import { getMetadataStorage } from 'class-validator';
import { issueOf } from '../../platform/http/src/forms/constraint-issue.js';
import { zodSchema } from '@annals/http';
import { annalsCatalogue, configurationOf } from './index.js';

const INSTANTS = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?)Z"/g;
const INSTANT = new RegExp(INSTANTS.source);

type Rule = { readonly name?: string; readonly constraints?: readonly unknown[]; readonly message?: unknown };

/** Those of every class that class-validator checks. */
const rules = (): readonly Rule[] => {
  const { validationMetadatas } = getMetadataStorage() as unknown as {
    readonly validationMetadatas: ReadonlyMap<object, readonly Rule[]>;
  };
  return [...validationMetadatas.values()].flat();
};

it('has words for every rule by which a form may be refused', () => {
  const named = rules().filter(({ name }) => name !== undefined && !['fits', 'equals', 'isOptional'].includes(name));
  expect(named.length).toBeGreaterThan(20);
  const wordless = named.filter(({ name, constraints = [], message = '' }) => {
    const issue = issueOf(name!, constraints, undefined, String(message));
    return issue.code === 'custom' && !expectedIn(issue.message);
  });
  expect([...new Set(wordless.map(({ name }) => name))]).toEqual([]);
});

const commands = [...annalsCatalogue(configurationOf({})).commands.values()].map(({ command }) => command);

/** The fields of sent commands whose examples contain an instant. */
const dated = commands.flatMap(({ type, fields, route }) =>
  Object.entries(route ? fields : {}).flatMap(([name, field]) => {
    const [example] = (zodSchema(field)['examples'] ?? []) as readonly unknown[];
    const sent = JSON.stringify(example ?? null);
    return INSTANT.test(sent) ? [{ type, name, field, sent }] : [];
  }),
);

it.each(['Z', '+00:00', '-00:00', '+08:00', '-03:30', '+05:45', '+14:00', '-12:00'])(
  'takes every instant of a command with the offset %s',
  (offset) => {
    expect(new Set(dated.map(({ name }) => name)).size).toBeGreaterThan(3);
    const refused = dated.filter(
      ({ field, sent }) => !field.safeParse(JSON.parse(sent.replaceAll(INSTANTS, `"$1${offset}"`))).success,
    );
    expect(refused.map(({ type, name }) => `${type}.${name}`)).toEqual([]);
  },
);
