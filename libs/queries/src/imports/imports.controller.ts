import { Needs, QueryEndpoint, Summary } from '@annals/http';
import { Controller, Get, Param, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { Imports, type ImportFile, type ImportList } from './imports.js';

const CSV = 'text/csv; charset=utf-8';

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
  list(): Promise<ImportList> {
    return this.imports.list();
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

  private async file(importId: string, file: ImportFile) {
    const content = await this.imports.file(importId, file);
    return new StreamableFile(Readable.from(content), {
      type: CSV,
      disposition: `attachment; filename="${file}.csv"`,
    });
  }
}
