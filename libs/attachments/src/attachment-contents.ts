import { RecordAccess, type ReadContext } from '@annals/access';
import type { BlobContent } from '@annals/event-sourcing';
import { freshnessHeaders } from '@annals/http';
import { Views } from '@annals/projecting';
import { attachmentList, type AttachmentDocument } from '@annals/projections-attachments';
import { missingOf } from '@annals/reading';
import { Injectable } from '@nestjs/common';
import { Contents } from './contents.js';
import { uploadProblems } from './upload.problems.js';

const missing = missingOf(attachmentList.list!);

type Found = { readonly file: AttachmentDocument; readonly headers: Readonly<Record<string, string>> };

/** The content of attached files, for those who see them. */
@Injectable()
export class AttachmentContents {
  constructor(
    private readonly views: Views,
    private readonly records: RecordAccess,
    private readonly contents: Contents,
  ) {}

  /** With the headers that say how fresh it is. Throws `HttpProblem` 404 `AttachmentNotFound`, 403 `AttachmentHidden`, 410 `AttachmentGone`. */
  async find(attachmentId: string, context: ReadContext): Promise<Found> {
    const { value, ...state } = await this.views.one(attachmentList, attachmentId, context.fresh);
    const permission = attachmentList.list!.needs;
    const { visible, masked } = await this.records.decide(attachmentList, attachmentId, value, { context, permission });
    const headers = freshnessHeaders(state);
    if (value === null || !visible) return missing.fail(attachmentId, headers);
    if (masked) throw uploadProblems.problem('AttachmentHidden');
    if (value.status === 'removed') throw uploadProblems.problem('AttachmentGone', { attachmentId });
    return { file: value, headers };
  }

  /** Throws `HttpProblem` 410 `AttachmentGone`. */
  async read({ attachmentId, sha256 }: AttachmentDocument): Promise<BlobContent> {
    const content = await this.contents.get(sha256);
    if (!content) throw uploadProblems.problem('AttachmentGone', { attachmentId });
    return content;
  }
}
