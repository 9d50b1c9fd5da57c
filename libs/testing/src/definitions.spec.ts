import { Contract } from '@annals/event-sourcing';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { broken, contractDefinitions, projectionDefinitions, undeclared } from './definitions.js';

describe('the definition of a projection', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'definitions-'));
    mkdirSync(`${root}/libs/analytics/src`, { recursive: true });
    mkdirSync(`${root}/projections/sums/src/others`, { recursive: true });
    write('export const on = 1;');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (source: string, file = 'projections/sums/src/tallies.ts') => writeFileSync(`${root}/${file}`, source);
  const hash = () => projectionDefinitions([{ name: 'tallies', version: 1 }], root)['tallies']!['1']!;

  it('changes with its code', () => {
    const before = hash();
    write('export const on = 2;');
    expect(hash()).not.toBe(before);
  });

  it('does not change with comments, layout, types and specs', () => {
    const before = hash();
    write('/** On. */\nexport const on: number =\n  1;\ntype Off = string;');
    write('it("does");', 'projections/sums/src/tallies.spec.ts');
    write('export const mean = 1;', 'libs/analytics/src/index.ts');
    expect(hash()).toBe(before);
  });

  it('changes with imported files, but not with other views', () => {
    write("import { one } from './one.js'; export const on = one;");
    write('export const one = 1;', 'projections/sums/src/one.ts');
    const before = hash();
    write('export const other = 1;', 'projections/sums/src/means.ts');
    expect(hash()).toBe(before);
    write('export const one = 2;', 'projections/sums/src/one.ts');
    expect(hash()).not.toBe(before);
  });

  it('requires exactly one file with its name', () => {
    write('export const on = 1;', 'projections/sums/src/others/tallies.ts');
    expect(hash).toThrow('Exactly one file must be called tallies.ts.');
  });

  it('changes with the analytics methods that it uses', () => {
    write("import { mean } from '@annals/analytics'; export const on = mean;");
    const before = hash();
    write('export const mean = 2;', 'libs/analytics/src/index.ts');
    expect(hash()).not.toBe(before);
  });
});

describe('the definition of a contract', () => {
  const v1 = Contract.of('Noted').v1(z.object({ text: z.string(), by: z.string() }));

  it('exists for every version, and a new version does not change the old ones', () => {
    const [old] = Object.values(contractDefinitions([v1]));
    const [both] = Object.values(
      contractDefinitions([v1.next(z.object({ text: z.string() }), ({ text }) => ({ text }))]),
    );
    expect(Object.keys(both!)).toEqual(['1', '2']);
    expect(both!['1']).toBe(old!['1']);
    expect(both!['2']).not.toBe(old!['1']);
  });

  it('changes with a field', () => {
    const changed = Contract.of('Noted').v1(z.object({ text: z.string().max(9), by: z.string() }));
    expect(contractDefinitions([changed])).not.toEqual(contractDefinitions([v1]));
  });

  it('does not change with labels and descriptions', () => {
    const words = { label: { en: 'Text', zh: '文本' }, description: 'A text.', examples: ['a'] };
    const told = Contract.of('Noted').v1(z.object({ text: z.string().meta(words), by: z.string() }));
    expect(contractDefinitions([told])).toEqual(contractDefinitions([v1]));
  });

  it('changes with a field that is named like an annotation', () => {
    const named = (label: z.ZodType) => contractDefinitions([Contract.of('Noted').v1(z.object({ label }))]);
    expect(named(z.string())).not.toEqual(named(z.number()));
  });
});

it('lists undeclared changes, and those that break released versions', () => {
  const accepted = { a: { 1: 'x' }, b: { 1: 'x' }, c: { 1: 'x' } };
  const now = { a: { 1: 'x', 2: 'z' }, b: { 1: 'y' }, d: { 1: 'x' } };
  expect(undeclared(accepted, now)).toEqual(['a v2 is new', 'b v1 is not what it was', 'd v1 is new', 'c is gone']);
  expect(broken(accepted, now)).toEqual(['b v1 is not what it was']);
  expect(undeclared(now, now)).toEqual([]);
});
