import { RequestCaller } from '@annals/access';
import { Configuration } from '@annals/configuration';
import type { Words } from '@annals/event-sourcing';
import { Answers, languageOf, Needs, Summary, TakesFile, type Caller, type CommandRequest } from '@annals/http';
import { applyDecorators, Body, Controller, Delete, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { ImportDesk } from './desk.js';
import { csvIn, nameOf } from './file-in.js';
import { PreviewForm, RunForm, StartForm, UndoForm } from './forms.js';
import { Imports, type ImportEntry } from './imports.js';
import type { ImportPreview } from './preview-answer.js';
import { Previews } from './previews.js';
import { Uploads, type ImportUpload } from './uploads.js';

const RUN = 'imports.run';

const Action = (path: string, status: number, summary: Words, answer: string): MethodDecorator =>
  applyDecorators(Post(path), HttpCode(status), Summary(summary), Needs(RUN), Answers(answer));

/** Files that are sent, and what is to be done with them. */
@ApiTags('imports')
@Controller('v1')
export class ImportWorkController {
  constructor(
    private readonly uploads: Uploads,
    private readonly previews: Previews,
    private readonly desk: ImportDesk,
    private readonly imports: Imports,
    private readonly settings: Configuration,
  ) {}

  @Needs(RUN)
  @Post('import-files')
  @TakesFile()
  @Answers('ImportUpload')
  @ApiHeader({
    name: 'Content-Disposition',
    required: false,
    description: "With the name of the file: `attachment; filename*=UTF-8''customers.csv`.",
  })
  @Summary(
    { en: 'Send a CSV file to be imported', zh: '上传待导入的 CSV 文件' },
    {
      en: 'At most `IMPORT_FILE_LIMIT` bytes, in any encoding. The newest 50 files are kept, and those that an import reads.',
      zh: '不超过 `IMPORT_FILE_LIMIT` 字节，编码不限。保留最近 50 个文件及导入正在使用的文件。',
    },
  )
  upload(@Req() request: CommandRequest, @RequestCaller() { id: by }: Caller): Promise<ImportUpload> {
    return this.uploads.store(csvIn(request, this.settings.importFileLimit), { name: nameOf(request), by });
  }

  @Needs(RUN)
  @Delete('import-files/:fileId')
  @HttpCode(204)
  @Summary({ en: 'Remove a file that was sent', zh: '删除已上传的文件' })
  remove(@Param('fileId') fileId: string): Promise<void> {
    return this.uploads.delete(fileId);
  }

  @Action(
    'import-files/:fileId/preview',
    200,
    {
      en: 'See the beginning of a file, how it is written and what its columns become, as far as the caller decides nothing else',
      zh: '预览文件开头、格式和各列的建议字段；调用方可自行指定',
    },
    'ImportPreview',
  )
  preview(@Param('fileId') fileId: string, @Body() form: PreviewForm): Promise<ImportPreview> {
    return this.previews.of(fileId, form ?? {});
  }

  @Action(
    'imports',
    201,
    { en: 'Start an import of files by a mapping, or a dry run of it', zh: '按映射开始导入文件，或试运行' },
    'ImportEntry',
  )
  start(@Body() form: StartForm, @Req() request: CommandRequest, @RequestCaller() by: Caller): Promise<ImportEntry> {
    return this.shown(this.desk.start(form, asked(request, by)), request);
  }

  @Action(
    'imports/:importId/run',
    200,
    {
      en: 'Resume an import, or run it again; what is stored is not stored twice',
      zh: '继续或重新运行导入；已存储的内容不会重复',
    },
    'ImportEntry',
  )
  run(
    @Param('importId') importId: string,
    @Req() request: CommandRequest,
    @RequestCaller() by: Caller,
    @Body() form?: RunForm,
  ): Promise<ImportEntry> {
    return this.shown(this.desk.run(importId, form ?? {}, asked(request, by)), request);
  }

  @Action('imports/:importId/pause', 200, { en: 'Pause what is done for an import', zh: '暂停导入' }, 'ImportEntry')
  pause(@Param('importId') importId: string, @Req() request: CommandRequest): Promise<ImportEntry> {
    return this.shown(this.desk.pause(importId), request);
  }

  @Action(
    'imports/:importId/undo',
    200,
    {
      en: 'Undo an import: withdraw what it began and change back what it changed, unless it was edited since',
      zh: '撤销导入：撤回新建的记录，改回变更的内容，此后已修改的除外',
    },
    'ImportEntry',
  )
  undo(
    @Param('importId') importId: string,
    @Req() request: CommandRequest,
    @RequestCaller() by: Caller,
    @Body() form?: UndoForm,
  ): Promise<ImportEntry> {
    return this.shown(this.desk.undo(importId, form ?? {}, asked(request, by)), request);
  }

  private async shown(done: Promise<string>, request: CommandRequest): Promise<ImportEntry> {
    return this.imports.one(await done, languageOf(request.headers['accept-language']));
  }
}

const asked = ({ headers }: CommandRequest, { id, name, roles }: Caller) => ({
  by: { id, name, roles },
  language: languageOf(headers['accept-language']),
});
