import { AccessModule } from '@annals/access';
import { Module } from '@nestjs/common';
import { AttachmentContents } from './attachment-contents.js';
import { AttachmentSweep } from './attachment-sweep.js';
import { AttachmentWorkController } from './attachment-work.controller.js';
import { AttachmentsController } from './attachments.controller.js';
import { Contents } from './contents.js';
import { AttachmentUploads } from './uploads.js';

/** Downloads of attached files. The process provides the stores. */
@Module({ imports: [AccessModule], controllers: [AttachmentsController], providers: [Contents, AttachmentContents] })
export class AttachmentsModule {}

/** Uploads of files that are attached. The process provides the stores, the command bus and the `Configuration`. */
@Module({
  imports: [AccessModule],
  controllers: [AttachmentWorkController],
  providers: [Contents, AttachmentUploads, AttachmentSweep],
})
export class AttachmentWorkModule {}
