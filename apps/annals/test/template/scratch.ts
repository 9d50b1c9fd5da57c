import type * as product from '@annals/composition';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../stage.js';

const TEMPLATE = join(root, 'infra/template');
const CENTRAL = 'libs/composition';

/**
 * A copy of the product to which the slice of the template is added by the steps of CONTRIBUTING: its folders are copied,
 * and one file is edited, the list of slices. What the steps leave alone is linked.
 */
export const addTemplate = () => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-template-'));
  for (const each of ['contracts', 'projections', 'libs', 'libs/domain'])
    linkEach(each, folder, [CENTRAL, 'libs/domain']);
  linkEach('.', folder, ['contracts', 'projections', 'libs', 'node_modules', '.git']);
  linkEach('node_modules', folder, ['node_modules/@annals']);
  cpSync(join(root, CENTRAL), join(folder, CENTRAL), { recursive: true });

  cpSync(TEMPLATE, folder, { recursive: true });
  addToList(join(folder, CENTRAL, 'src/slices.ts'));
  install(folder);
  return {
    folder,
    /** The product's, with the slice. */
    composition: jest.requireActual<typeof product>(join(folder, CENTRAL, 'src/index.ts')),
    /** Files that are new, tests and samples and `package.json` included. */
    added: filesIn(TEMPLATE),
    /** Files of the product that are no longer as they were. */
    edited: filesIn(join(folder, CENTRAL))
      .map((file) => join(CENTRAL, file))
      .filter((file) => readFileSync(join(folder, file), 'utf8') !== readFileSync(join(root, file), 'utf8')),
  };
};

const addToList = (file: string) => {
  const list = readFileSync(file, 'utf8').replace(/,?\s*\];/, ', loans];');
  writeFileSync(file, `import { loans } from '@annals/domain-loans';\n${list}`);
};

const filesIn = (folder: string) =>
  globSync('**/*.{ts,json}', { cwd: folder, exclude: (path) => /(^|\/)(dist|node_modules)$/.test(path) });

export type Scratch = ReturnType<typeof addTemplate>;

const linkEach = (folder: string, scratch: string, others: readonly string[]) => {
  mkdirSync(join(scratch, folder), { recursive: true });
  for (const name of readdirSync(join(root, folder))) {
    const path = join(folder, name);
    if (!others.includes(path)) symlinkSync(join(root, path), join(scratch, path));
  }
};

/** As `npm install` links the packages of a workspace: those that lie here, and all others. */
const install = (scratch: string) => {
  const here = globSync(
    ['libs/*', 'libs/domain/*', 'contracts/*', 'projections/*'].map((each) => `${each}/package.json`),
    {
      cwd: scratch,
    },
  ).map((file) => {
    const { name } = JSON.parse(readFileSync(join(scratch, file), 'utf8')) as { readonly name: string };
    return [name.replace('@annals/', ''), join(scratch, file, '..')] as const;
  });
  const packages = 'node_modules/@annals';
  mkdirSync(join(scratch, packages));
  const others = readdirSync(join(root, packages)).map(
    (name) => [name, realpathSync(join(root, packages, name))] as const,
  );
  for (const [name, folder] of new Map([...others, ...here])) symlinkSync(folder, join(scratch, packages, name));
};
