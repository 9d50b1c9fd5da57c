import { EventStore } from '@annals/event-sourcing';
import { describeFault } from '@annals/http';
import { Views } from '@annals/projecting';
import { attachmentList } from '@annals/projections-attachments';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Contents } from './contents.js';

const EVERY = 60 * 60_000; // ms
const logger = new Logger('Attachments');

/** Deletes the content that no attachment needs, once an hour, as long as the process lives. */
@Injectable()
export class AttachmentSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly contents: Contents,
    private readonly views: Views,
    private readonly log: EventStore,
  ) {}

  onApplicationBootstrap() {
    const failed = (error: unknown) =>
      logger.warn(`Content without attachment was not deleted; this is tried again: ${describeFault(error)}`);
    this.timer = setInterval(() => void this.sweep().catch(failed), EVERY).unref();
  }

  onModuleDestroy() {
    clearInterval(this.timer);
  }

  async sweep(now = new Date()): Promise<void> {
    const position = await this.log.head();
    await this.contents.sweep((sha256) => this.isNeeded(sha256, position), now);
  }

  /** Where the view is behind the log, content counts as needed. */
  private async isNeeded(sha256: string, position: number): Promise<boolean> {
    const where = [{ field: 'content', is: sha256 }];
    const { value, stale, incomplete } = await this.views.count(attachmentList, where, { position }, 1);
    return value > 0 || stale || (incomplete?.size ?? 0) > 0;
  }
}
