import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './stage.js';

/** Words that make a sentence a riddle to readers who did not write it; documentation of the field does without them. */
const RIDDLES =
  /\b(whoever|whomever|somebody|so many|told|the like|of (its|their) own(?! [a-z])|in (its|their) stead|go(es)? by|(is|are) good for)\b/i;

const SOURCES = ['apps', 'contracts', 'infra', 'libs', 'projections'].map((folder) => `${folder}/**/*.{ts,mts,mjs,js}`);
const exclude = (path: string) => /(^|\/)(dist|node_modules|data|generated)(\/|$)/.test(path);

const within = (patterns: readonly string[]) => globSync([...patterns], { cwd: root, exclude }).sort();
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const withoutCode = (text: string) => text.replaceAll(/```[^]*?```|`[^`]*`/g, '');

const titles = /^(it|describe|test)\b/;

const isTitle = ({ parent }: ts.Node) =>
  ts.isCallExpression(parent) && titles.test(parent.expression.getText().replaceAll(/\s/g, ''));

const joined = (text: string) => text.replaceAll(/\n\s*\*?/g, ' ');

/** The comments of a source file and the titles of its tests; none if the file has no such word, which is seldom. */
const sentencesIn = (file: string): readonly string[] => {
  const text = textOf(file);
  if (!RIDDLES.test(joined(text))) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = new Map<number, string>();
  const visit = (node: ts.Node): void => {
    const comments = [
      ...(ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.getEnd()) ?? []),
    ];
    for (const { pos, end } of comments) found.set(pos, joined(text.slice(pos, end)));
    if (ts.isStringLiteralLike(node) && isTitle(node)) found.set(node.getStart(), node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found.values()];
};

const riddlesIn = (file: string, sentences: readonly string[]) =>
  sentences.filter((sentence) => RIDDLES.test(withoutCode(sentence))).map((sentence) => `${file}: ${sentence.trim()}`);

it('has no riddles in comments and titles of tests', () => {
  const files = within(SOURCES);
  expect(files.length).toBeGreaterThan(500);
  expect(files.flatMap((file) => riddlesIn(file, sentencesIn(file)))).toEqual([]);
});

it('has no riddles in documentation', () => {
  const files = within(['*.md', '.github/**/*.md', 'infra/**/*.md', 'contracts/*.json']);
  expect(files.flatMap((file) => riddlesIn(file, withoutCode(textOf(file)).split('\n')))).toEqual([]);
});
