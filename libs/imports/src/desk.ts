import { RecordStore, type Language } from '@annals/event-sourcing';
import { ValidationFailed, type Caller } from '@annals/http';
import { importId, importRun, MappingError, type Mapping } from '@annals/importing';
import { Inject, Injectable } from '@nestjs/common';
import { fieldsIn, givenMapping } from './given-mapping.js';
import type { RunForm, StartForm, UndoForm } from './forms.js';
import type { ImportSource, WorkKind } from './import-work.js';
import { importProblems } from './imports.problems.js';
import { ImportRunner } from './runner.js';
import { newTask } from './task.js';
import { Tasks } from './tasks.js';
import { Uploads } from './uploads.js';

/** Provider token of what is wrong with a mapping whatever its rows contain: `ReviewMapping`. */
export const REVIEW = Symbol('ReviewMapping');
/** Lines such as `steps.0.fields.name: …`. */
export type ReviewMapping = (mapping: Mapping) => readonly string[];

const MOST_JOINED = 16 * 1024 * 1024; // bytes of files that are held in memory

type Asked = { readonly by: Caller; readonly language: Language };

/** Takes what users want of imports. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly tasks: Tasks,
    private readonly uploads: Uploads,
    private readonly records: RecordStore,
    private readonly runner: ImportRunner,
    @Inject(REVIEW) private readonly review: ReviewMapping,
  ) {}

  /** Starts an import, or the same one again. Throws `ValidationFailed`, `HttpProblem` 404 `UploadNotFound` and 409 `ImportUnderWay`. */
  async start({ mapping: json, files: sent, dryRun, update }: StartForm, asked: Asked): Promise<string> {
    const mapping = givenMapping(json);
    const problems = this.review(mapping);
    if (problems.length > 0) throw fieldsIn('mapping', new MappingError(problems));
    const files = await this.filesOf(mapping, sent);
    const id = importId(
      mapping.name,
      Object.values(files).map(({ fileId }) => fileId),
    );
    return this.begin(id, kindOf('run', dryRun), { mapping, files, update: update === true }, asked);
  }

  /** Goes on with an import that is paused or failed, or carries it out again. */
  async run(id: string, { dryRun, update }: RunForm, asked: Asked): Promise<string> {
    const { source } = (await this.tasks.find(id)) ?? (await this.expectRun(id));
    if (!source) throw importProblems.problem('ImportWithoutFile', { id });
    await Promise.all(Object.values(source.files).map(({ fileId }) => this.expectFile(id, fileId)));
    return this.begin(id, kindOf('run', dryRun), { ...source, update: update ?? source.update }, asked);
  }

  /** Interrupts what is done for an import; it goes on with `run` or `undo`. */
  async pause(id: string): Promise<string> {
    const before = await this.tasks.find(id);
    if (!before) await this.expectRun(id);
    const after = await this.tasks.change(id, ({ state }) =>
      state === 'waiting' || state === 'running' ? { pausing: true } : {},
    );
    if (!after?.pausing) throw importProblems.problem('ImportNotUnderWay', { id });
    this.runner.wake();
    return id;
  }

  /** Undoes what an import has stored, also one of the command line. */
  async undo(id: string, { dryRun }: UndoForm, asked: Asked): Promise<string> {
    const task = await this.tasks.find(id);
    if (!task) await this.expectRun(id);
    return this.begin(id, kindOf('undo', dryRun), task?.source ?? null, asked);
  }

  private async begin(id: string, kind: WorkKind, source: ImportSource | null, asked: Asked): Promise<string> {
    await this.tasks.begin(id, newTask({ kind, source, ...asked }, new Date().toISOString()));
    this.runner.wake();
    return id;
  }

  private async expectRun(id: string): Promise<{ readonly source: null }> {
    if (!(await importRun(this.records, id))) throw importProblems.problem('ImportNotFound', { id });
    return { source: null };
  }

  private async expectFile(id: string, fileId: string) {
    await this.uploads.find(fileId).catch(() => importProblems.fail('ImportWithoutFile', { id }));
  }

  private async filesOf(mapping: Mapping, sent: object): Promise<ImportSource['files']> {
    const given = new Map(Object.entries(sent));
    const names = Object.keys(mapping.files);
    const wrong = [...new Set([...names, ...given.keys()])].filter(
      (name) => !names.includes(name) || typeof given.get(name) !== 'string',
    );
    if (wrong.length > 0) throw new ValidationFailed(wrong.map(wrongFile));
    const found = await Promise.all(
      names.map(async (name) => [name, await this.uploads.find(given.get(name) as string)] as const),
    );
    const joined = new Set(
      Object.values(mapping.files).flatMap(({ joins }) => Object.values(joins).map(({ file }) => file)),
    );
    const heavy = found.filter(([name, { bytes }]) => joined.has(name) && bytes > MOST_JOINED).map(([name]) => name);
    if (heavy.length > 0) throw new ValidationFailed(heavy.map(tooHeavy));
    return Object.fromEntries(found.map(([file, { fileId, name, bytes }]) => [file, { fileId, name, bytes }]));
  }
}

const kindOf = (kind: 'run' | 'undo', dryRun?: boolean): WorkKind => (dryRun === true ? `dry-${kind}` : kind);

const wrongFile = (name: string) => {
  const field = `files.${name.slice(0, 100)}`;
  const message = {
    en: `\`${field}\` has to be the id of a file that was sent, for a name in \`mapping.files\`.`,
    zh: `\`${field}\` 须为已上传文件的标识，且名称在 \`mapping.files\` 中。`,
  };
  return { field, rule: 'file', message };
};

const tooHeavy = (name: string) => {
  const field = `files.${name}`;
  const message = {
    en: `\`${field}\` is joined and may have ${MOST_JOINED} bytes at most. Use the command line.`,
    zh: `\`${field}\` 为关联文件，最多 ${MOST_JOINED} 字节，请改用命令行。`,
  };
  return { field, rule: 'too_big', message };
};
