import { languageOf, Needs, QueryEndpoint, Summary, type CommandRequest } from '@annals/http';
import { Controller, Get, Param, Req, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { Imports, type ImportEntry, type ImportFile, type ImportList } from './imports.js';

const CSV = 'text/csv; charset=utf-8';

/** What is known of imports. */
@ApiTags('imports')
@Controller('v1/imports')
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @QueryEndpoint(
    '',
    { en: 'List imports with their figures, and what became of their undo', zh: '列出导入及其统计和撤销情况' },
    'imports.read',
    'ImportList',
  )
  list(@Req() request: CommandRequest): Promise<ImportList> {
    return this.imports.list(spokenIn(request));
  }

  @QueryEndpoint(
    ':importId',
    { en: 'Get an import, and how far it is', zh: '查看一次导入及其进度' },
    'imports.read',
    'ImportEntry',
  )
  one(@Param('importId') importId: string, @Req() request: CommandRequest): Promise<ImportEntry> {
    return this.imports.one(importId, spokenIn(request));
  }

  @Needs('imports.read')
  @Get(':importId/errors')
  @ApiProduces('text/csv')
  @Summary({
    en: 'Get the rows of an import with errors and warnings, as CSV',
    zh: '下载导入中有错误和警告的行（CSV）',
  })
  errors(@Param('importId') importId: string): Promise<StreamableFile> {
    return this.file(importId, 'errors');
  }

  @Needs('imports.read')
  @Get(':importId/undo-result')
  @ApiProduces('text/csv')
  @Summary({
    en: 'Get what the undo of an import did with each record, and why it kept some, as CSV',
    zh: '下载撤销导入时对每条记录的处理及保留原因（CSV）',
  })
  undoResult(@Param('importId') importId: string): Promise<StreamableFile> {
    return this.file(importId, 'undo-result');
  }

  @Needs('imports.read')
  @Get(':importId/dry-run-errors')
  @ApiProduces('text/csv')
  @Summary({
    en: 'Get the rows that had errors and warnings in the last dry run of an import, as CSV',
    zh: '下载最近一次试运行中有错误和警告的行（CSV）',
  })
  dryRunErrors(@Param('importId') importId: string): Promise<StreamableFile> {
    return this.file(importId, 'dry-run-errors');
  }

  @Needs('imports.read')
  @Get(':importId/dry-undo-result')
  @ApiProduces('text/csv')
  @Summary({
    en: 'Get what an undo would do with each record by its last dry run, as CSV',
    zh: '下载最近一次试撤销对每条记录的预期处理（CSV）',
  })
  dryUndoResult(@Param('importId') importId: string): Promise<StreamableFile> {
    return this.file(importId, 'dry-undo-result');
  }

  private async file(importId: string, file: ImportFile) {
    const content = await this.imports.file(importId, file);
    return new StreamableFile(Readable.from(content), {
      type: CSV,
      disposition: `attachment; filename="${file}.csv"`,
    });
  }
}

const spokenIn = ({ headers }: CommandRequest) => languageOf(headers['accept-language']);
