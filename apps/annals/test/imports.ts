import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const cli = `${import.meta.dirname}/../dist/cli.js`;

const ROWS = 300; // of a file
const HOUR = 3_600_000; // ms

const mapping = {
  name: 'rows',
  files: { rows: {} },
  steps: [
    {
      ...{ name: 'register', file: 'rows', command: 'RegisterCustomer', key: 'id' },
      fields: {
        customerId: 'id',
        occurredAt: { constant: '2026-01-05' },
        kind: { constant: 'person' },
        roles: { constant: ['prospect'] },
        name: 'name',
      },
    },
    {
      ...{ name: 'open', file: 'rows', command: 'OpenDeal', key: 'id' },
      fields: {
        dealId: 'id',
        customerId: 'id',
        occurredAt: { constant: '2026-01-06' },
        title: { constant: 'Meters' },
        value: { object: { amount: { constant: '10.00' }, currency: { constant: 'EUR' } } },
      },
    },
  ],
};

/**
 * Imports file after file by the command line, which is killed at random moments or not at all, and started again with the
 * same file.
 */
export class Imports {
  private static readonly all = new Set<Imports>();
  killed = 0;
  private files = 0;
  private usual: number | undefined; // ms
  private running = true;
  private patient = true;
  private readonly mapping: string;
  private readonly ended: Promise<void>;

  constructor(
    private readonly dataDir: string,
    private readonly folder: string,
  ) {
    mkdirSync(folder);
    this.mapping = join(folder, 'mapping.json');
    writeFileSync(this.mapping, JSON.stringify(mapping));
    Imports.all.add(this);
    this.ended = this.goOn();
  }

  /** The ids of the customers and deals of all imported rows. */
  get ids(): readonly string[] {
    return Array.from({ length: this.files }, (_, file) => idsOf(file)).flat();
  }

  /** Returns when the last file is loaded; that import is not killed. */
  async end() {
    this.running = false;
    await this.ended;
    Imports.all.delete(this);
  }

  /** For `afterAll`: the current import ends, and no other one starts. */
  static abandonAll() {
    for (const imports of Imports.all) imports.running = imports.patient = false;
  }

  private async goOn() {
    while (this.running) {
      const file = join(this.folder, `${this.files}.csv`);
      writeFileSync(file, ['id,name', ...idsOf(this.files).map((id) => `${id},王芳`)].join('\n'));
      this.files += 1;
      while (this.patient && !(await this.load(file))) await this.rest();
      await this.rest();
    }
  }

  /** Whether it reached the end of the file. */
  private async load(file: string): Promise<boolean> {
    const env = { ...process.env, DATA_DIR: this.dataDir, NODE_OPTIONS: '' };
    const child = spawn(process.execPath, [cli, 'import', this.mapping, file], { env, stdio: 'ignore' });
    const began = performance.now();
    const timer = setTimeout(() => this.running && child.kill('SIGKILL'), this.anyMoment());
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
    clearTimeout(timer);
    if (signal === 'SIGKILL') this.killed += 1;
    else this.usual ??= performance.now() - began;
    return code === 0;
  }

  /** Leaves the processor to the others. */
  private async rest() {
    if (this.running) await new Promise((resolve) => setTimeout(resolve, this.anyMoment()));
  }

  private anyMoment() {
    return this.usual === undefined ? HOUR : randomInt(1, Math.ceil(this.usual * 1.5));
  }
}

const idsOf = (file: number) => Array.from({ length: ROWS }, (_, row) => `import-${file}-${row}`);
