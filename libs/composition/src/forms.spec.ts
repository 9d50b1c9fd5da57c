import { expectedIn } from '@annals/contracts-values';
import { getMetadataStorage } from 'class-validator';
import { issueOf } from '../../platform/http/src/forms/constraint-issue.js';
import './index.js';

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
