import { Reads, type ReadContext } from '@annals/access';
import { Needs, Summary } from '@annals/http';
import { isNamedIn } from '@annals/reading';
import { Controller, Get, Headers, Param, Res, StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { AttachmentContents } from './attachment-contents.js';

/** Content of attached files. */
@ApiTags('attachments')
@Controller('v1/attachments')
export class AttachmentsController {
  constructor(private readonly contents: AttachmentContents) {}

  @Needs('attachments.read')
  @Get(':attachmentId/content')
  @ApiProduces('application/octet-stream')
  @Summary({ en: 'Download an attached file', zh: '下载附件' })
  async download(
    @Param('attachmentId') attachmentId: string,
    @Headers('If-None-Match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Reads() context: ReadContext,
  ): Promise<StreamableFile | undefined> {
    const { file, headers } = await this.contents.find(attachmentId, context);
    const tag = `"${file.sha256}"`;
    void reply.headers({
      ...headers,
      ETag: tag,
      'Cache-Control': 'private, no-cache',
      'X-Content-Type-Options': 'nosniff',
    });
    if (isNamedIn(known, tag)) return void reply.status(304);
    return new StreamableFile(Readable.from(await this.contents.read(file)), {
      type: file.mediaType,
      length: file.bytes,
      disposition: `attachment; filename*=UTF-8''${encoded(file.name)}`,
    });
  }
}

/** As RFC 8187 has it. */
const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
