import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './processes.mjs';

/** A built checkout of Annals: its programs, and the functions of its bench folder that fill and rebuild logs. */
export class Tree {
  constructor(name, folder) {
    this.name = name;
    this.folder = folder;
    this.product = `${folder}/apps/annals/dist/main.js`;
    /** The same server with handlers that store nothing. */
    this.door = `${folder}/infra/bench/peer.commands.mjs`;
    this.rebuild = `${folder}/infra/bench/rebuild.mjs`;
  }

  /** Writes a log in the format of this version; `appends` is a call of a function in its `events.mjs`, such as `stories(1000)`. */
  async write(dataDir, appends) {
    const [name] = /^\w+/.exec(appends);
    const program = `import { ${name}, write } from '${this.folder}/infra/bench/events.mjs'; await write(process.argv[1], ${appends});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, dataDir], { stdio: 'inherit' });
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${this.name} could not write ${appends}.`);
  }
}

export const here = new Tree('now', ROOT);

const inTree = (folder, command, args) => {
  const { status, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}:\n${stderr}`);
};

/** Checks out, installs and builds an older commit in a folder that is removed when this process ends. */
export const checkedOut = (commit, folder) => {
  execFileSync('git', ['worktree', 'add', '--quiet', '--detach', folder, commit], { cwd: ROOT, stdio: 'inherit' });
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
    spawnSync('git', ['worktree', 'prune'], { cwd: ROOT });
  });
  if (packagesOf(folder) === packagesOf(ROOT)) linkPackages(folder);
  else inTree(folder, 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  inTree(folder, process.execPath, ['infra/build.mjs']);
  return new Tree('before', folder);
};

/** The packages of third parties. */
const packagesOf = (folder) => {
  const { packages } = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
  return JSON.stringify(
    Object.entries(packages).filter(([path, { link }]) => path.startsWith('node_modules/') && !link),
  );
};

/** Links third-party packages to those of this checkout, and packages of Annals to their folders in the other one. */
const linkPackages = (folder) => {
  const link = (target, name) => {
    const path = join(folder, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  };
  const installed = realpathSync(`${ROOT}/node_modules`);
  for (const name of readdirSync(installed)) if (name !== '@annals') link(join(installed, name), name);
  const { packages } = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
  for (const [path, { link: isOurs, resolved }] of Object.entries(packages))
    if (isOurs) link(join(folder, resolved), path.replace('node_modules/', ''));
  utimesSync(`${folder}/package-lock.json`, 0, 0); // otherwise its start would install packages
};
