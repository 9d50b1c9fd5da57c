import { Reads, type ReadContext } from '@annals/access';
import { Configuration } from '@annals/configuration';
import type { BlobContent } from '@annals/event-sourcing';
import {
  Answers,
  fileIn,
  languageOf,
  Needs,
  receiptAnswer,
  Summary,
  TakesFile,
  type CommandRequest,
  type ReceiptAnswer,
} from '@annals/http';
import { Controller, Post, Query, Req } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { createHash, randomUUID } from 'node:crypto';
import { cleanName } from './attachment-file.js';
import { NewAttachment } from './upload-form.js';
import { uploadProblems } from './upload.problems.js';
import { AttachmentUploads } from './uploads.js';

const NEEDS = 'attachments.write';

/** Files that are attached. */
@ApiTags('attachments')
@Controller('v1/attachments')
export class AttachmentWorkController {
  constructor(
    private readonly uploads: AttachmentUploads,
    private readonly settings: Configuration,
  ) {}

  @Needs(NEEDS)
  @Post()
  @TakesFile()
  @Answers('ReceiptAnswer')
  @ApiHeader({
    name: 'Content-Disposition',
    required: false,
    description: "With the name of the file: `attachment; filename*=UTF-8''contract.pdf`.",
  })
  @Summary(
    { en: 'Attach a file to a customer, a deal or a complaint', zh: '为客户、商机或投诉添加附件' },
    {
      en: 'The body is the file, at most `ATTACHMENT_LIMIT` bytes, of one of the `ATTACHMENT_TYPES`; its content has to be of the type that its name says. It is recorded once it is stored.',
      zh: '请求体为文件内容，不超过 `ATTACHMENT_LIMIT` 字节，类型须属于 `ATTACHMENT_TYPES`，且内容须与文件名所示类型一致。内容存储后才会记录。',
    },
  )
  async attach(
    @Query() form: NewAttachment,
    @Req() request: CommandRequest,
    @Reads() context: ReadContext,
  ): Promise<ReceiptAnswer> {
    await context.expectVisible(NEEDS, form.customerId);
    const { caller: by } = context;
    const attachmentId = form.attachmentId ?? idFor(request, by.id);
    const receipt = await this.uploads.attach({
      about: { ...form, attachmentId },
      name: cleanName(request),
      content: contentIn(request, this.settings.attachmentLimit),
      by,
    });
    return receiptAnswer(receipt, languageOf(request.headers['accept-language']));
  }
}

/** The same for the same Idempotency-Key of a caller. */
const idFor = ({ headers: { 'idempotency-key': key } }: CommandRequest, by: string): string =>
  key === undefined
    ? randomUUID()
    : createHash('sha256')
        .update(JSON.stringify(['attachment', by, key]))
        .digest('hex')
        .slice(0, 32);

/** Throws `HttpProblem` 413 `AttachmentTooLarge`, 415 `UnsupportedMediaType`, and 400 `AttachmentEmpty` if it breaks off. */
const contentIn = (request: CommandRequest, most: number): BlobContent =>
  fileIn(request, {
    ...{ most, mediaType: 'application/octet-stream' },
    tooLarge: () => uploadProblems.problem('AttachmentTooLarge', { most }),
    brokenOff: () => uploadProblems.problem('AttachmentEmpty'),
  });
