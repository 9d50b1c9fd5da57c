import { BlobTooLarge, type BlobContent, type Receipt } from '@annals/event-sourcing';
import { AttachFile } from '@annals/domain-attachments';
import { Configuration } from '@annals/configuration';
import { originOf, type Caller } from '@annals/http';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { allowedExtension, verifiedType } from './attachment-file.js';
import { Contents, type Arrived } from './contents.js';
import type { NewAttachment } from './upload-form.js';
import { uploadProblems } from './upload.problems.js';

const AT_ONCE = 4; // files that a process receives

/** A file that is attached, and by whom. */
export type Upload = {
  readonly about: NewAttachment & { readonly attachmentId: string };
  readonly name: string;
  readonly content: BlobContent;
  readonly by: Caller;
};

/** Receives files, and attaches them once they are stored and of the type that their name says. */
@Injectable()
export class AttachmentUploads {
  private arriving = 0;

  constructor(
    private readonly contents: Contents,
    private readonly bus: CommandBus,
    private readonly settings: Configuration,
  ) {}

  /**
   * Throws `HttpProblem` 400 `AttachmentEmpty`, 413 `AttachmentTooLarge`, 415 `AttachmentTypeNotAllowed` and `AttachmentTypeDiffers`, 429
   * `TooManyAttachments`, errors of the content, and rejections of `AttachFile`.
   */
  async attach(upload: Upload): Promise<Receipt> {
    const extension = allowedExtension(upload.name, this.settings.attachmentTypes);
    if (this.arriving >= AT_ONCE)
      throw uploadProblems.problem('TooManyAttachments', { most: AT_ONCE }, { 'Retry-After': '5' });
    this.arriving += 1;
    try {
      const arrived = await this.receive(upload.content);
      try {
        return await this.record(upload, arrived, extension);
      } finally {
        await this.contents.discard(arrived);
      }
    } finally {
      this.arriving -= 1;
    }
  }

  private async receive(content: BlobContent): Promise<Arrived> {
    try {
      return await this.contents.receive(content, this.settings.attachmentLimit);
    } catch (error) {
      if (error instanceof BlobTooLarge) throw uploadProblems.problem('AttachmentTooLarge', { most: error.limit });
      throw error;
    }
  }

  private async record({ about, name, by }: Upload, arrived: Arrived, extension: string): Promise<Receipt> {
    const { bytes, sha256, start } = arrived;
    if (bytes === 0) throw uploadProblems.problem('AttachmentEmpty');
    const mediaType = await verifiedType(extension, start);
    await this.contents.keep(arrived);
    return this.bus.execute(new AttachFile({ ...about, name, sha256, bytes, mediaType }, originOf({}, by.id)));
  }
}
