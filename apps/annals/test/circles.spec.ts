import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { circlesIn } from '../../../infra/lint/circles.mjs';
import { root } from './stage.js';

const node = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');

it('finds a circle through an edge if and only if a path leads from its end back to its start', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(node, node), { maxLength: 12 }), (edges) => {
      const targets = new Map(
        'abcdef'.split('').map((from) => [from, edges.filter(([e]) => e === from).map(([, to]) => to)]),
      );
      const reach = (from: string, seen = new Set([from])): ReadonlySet<string> => {
        for (const to of targets.get(from)!) if (!seen.has(to)) reach(to, seen.add(to));
        return seen;
      };
      const circle = circlesIn(targets);
      for (const [from, to] of edges) {
        const found = circle(from, to);
        expect(found !== undefined).toBe(reach(to).has(from));
        if (!found) continue;
        expect([found[0], found.at(-1)]).toEqual([to, from]);
        for (const [index, step] of found.slice(0, -1).entries()) expect(targets.get(step)).toContain(found[index + 1]);
      }
    }),
  ));

describe('the linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-circles-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('refuses files that import each other, types included, and names the path', () => {
    const files = {
      'a.ts': `import type { B } from './b.js';\nexport type A = B;\n`,
      'b.ts': `export { c as b } from './c.js';\nexport type B = string;\n`,
      'c.ts': `import type { A } from './a.js';\nexport const c: A = '';\n`,
      'd.ts': `import { c } from './c.js';\nexport const d = c;\n`,
      'tsconfig.json': `{ "compilerOptions": { "module": "NodeNext", "types": [] }, "include": ["."] }`,
      'package.json': `{ "type": "module" }`,
      'eslint.config.js': `import tseslint from '${root}/node_modules/typescript-eslint/dist/index.js';
import { noCircles } from '${root}/infra/lint/no-circles.js';
export default [{
  files: ['*.ts'],
  languageOptions: { parser: tseslint.parser, parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
  plugins: { annals: { rules: { 'no-circles': noCircles } } },
  rules: { 'annals/no-circles': 'error' },
}];
`,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const eslint = [join(root, 'node_modules/eslint/bin/eslint.js'), '--format', 'json', '.'];
    const { stdout } = spawnSync(process.execPath, eslint, { cwd: folder, encoding: 'utf8' });
    const results = JSON.parse(stdout) as readonly { readonly messages: readonly { readonly message: string }[] }[];
    const ways = results.flatMap(({ messages }) =>
      messages.map(({ message }) => /circle: ([^.]\S* → .*?\.ts)\. /.exec(message)?.[1]),
    );
    expect(ways).toEqual(['a.ts → b.ts → c.ts → a.ts', 'b.ts → c.ts → a.ts → b.ts', 'c.ts → a.ts → b.ts → c.ts']);
  });
});
