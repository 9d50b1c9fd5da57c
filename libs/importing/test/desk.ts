import { errorFileOf, importFiles, parseMapping } from '../src/index.js';
import { MemoryBlobStore, MemoryRecordStore } from '@annals/store-memory';
import type { CommandInput, Executor, ImportOptions, Outcome } from '../src/index.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An executor that carries out every command once and remembers it. */
export class Recorder implements Executor {
  readonly executed: CommandInput[] = [];
  readonly checked: CommandInput[] = [];
  readonly calls: (readonly CommandInput[])[] = [];
  private readonly known = new Set<string>();
  private readonly tried = new Set<string>();

  /** `answer` may stand in for the outcome of a command, which is not carried out then. */
  constructor(private readonly answer: (command: CommandInput) => Outcome | undefined = () => undefined) {}

  readonly check = async (commands: readonly CommandInput[]) => {
    this.checked.push(...commands);
    return commands.map((command) => this.answer(command) ?? this.tryOut(command));
  };

  readonly execute = async (commands: readonly CommandInput[]) => {
    this.calls.push(commands);
    return commands.map((command) => this.answer(command) ?? this.carryOut(command));
  };

  private tryOut({ commandId }: CommandInput): Outcome {
    const stored = !this.known.has(commandId) && !this.tried.has(commandId);
    this.tried.add(commandId);
    return done(stored);
  }

  private carryOut(command: CommandInput): Outcome {
    const stored = !this.known.has(command.commandId);
    this.known.add(command.commandId);
    if (stored) this.executed.push(command);
    return done(stored);
  }
}

const done = (stored: boolean): Outcome => ({ status: 'done', stored });

/** A folder for one test, with files in it and imports from it. */
export class Desk implements Disposable {
  readonly folder = mkdtempSync(join(tmpdir(), 'annals-importing-'));
  readonly stores = { records: new MemoryRecordStore(), blobs: new MemoryBlobStore(), job: 'test' };

  path(name: string) {
    return join(this.folder, name);
  }

  put(name: string, content: string | Uint8Array) {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  /** The error file. */
  async errors(): Promise<string | undefined> {
    const content = await this.stores.blobs.get(errorFileOf('test'));
    return content && Buffer.concat(await Array.fromAsync(content)).toString();
  }

  /** The recorded progress. */
  async journal(): Promise<object | undefined> {
    return (await this.stores.records.get('import', 'test'))?.body;
  }

  /** Imports by a mapping whose files are in the folder under the paths that it names. */
  import(json: MappingJson, executor: Executor, more: Partial<ImportOptions> = {}) {
    const mapping = parseMapping(json);
    const files = Object.fromEntries(
      Object.entries(mapping.files).map(([name, { path }]) => [name, this.path(path ?? `${name}.csv`)]),
    );
    const { check, execute } = executor;
    return importFiles({ mapping, files, stores: this.stores, check, execute, ...more });
  }

  [Symbol.dispose]() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

type MappingJson = { readonly name: string; readonly files: object; readonly steps: readonly object[] };

/** A mapping with one step over `rows.csv`, whose command has the given fields. */
export const oneStep = (fields: object, { file = {}, step = {}, files = {} } = {}): MappingJson => ({
  name: 'test',
  files: { rows: { path: 'rows.csv', ...file }, ...files },
  steps: [{ name: 'note', file: 'rows', command: 'Note', key: 'id', fields, ...step }],
});

/** The bodies of the commands of a file, and the lines of the error file without its header. */
export const load = async (content: string | Uint8Array, json: MappingJson, others: Record<string, string> = {}) => {
  using desk = new Desk();
  desk.put('rows.csv', content);
  for (const [name, text] of Object.entries(others)) desk.put(name, text);
  const recorder = new Recorder();
  const summary = await desk.import(json, recorder);
  const errors = ((await desk.errors()) ?? '').split('\r\n').slice(1, -1);
  return { bodies: recorder.executed.map(({ body }) => body), errors, summary };
};

/** A file with a number of rows of an id and an owner. */
export const rowsOf = (count: number, owner: (row: number) => string = String) =>
  ['id,owner', ...Array.from({ length: count }, (_, index) => `${index + 1},${owner(index + 1)}`)].join('\n');

/** Opens every row's thing, and closes it again but for the third. */
export const twoSteps = {
  name: 'test',
  files: { rows: { path: 'rows.csv' } },
  steps: [
    { name: 'open', file: 'rows', command: 'Open', key: 'id', fields: { ownerId: 'owner', id: 'id' } },
    {
      name: 'close',
      file: 'rows',
      command: 'Close',
      key: 'id',
      when: { column: 'id', not: '3' },
      fields: { ownerId: 'owner', id: 'id' },
    },
  ],
};

export const idsOf = (commands: readonly CommandInput[]) =>
  commands.map(({ type, body }) => `${type} ${body['id'] as string}`);

/** The body of the command of one row with the columns id, a and b, or what is wrong with it. */
export const bodyOf = async (fields: object, row: string, more: Parameters<typeof oneStep>[1] = {}) => {
  const { bodies, errors } = await load(`id,a,b\n${row}\n`, oneStep(fields, more));
  return bodies[0] ?? errors.map((line) => line.split(',').slice(3, 6).join(' '));
};
