import { describeFault } from '@annals/http';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Users } from '../users.js';
import type { Drafts } from './drafts.js';

const EVERY = 60 * 60_000; // ms
const logger = new Logger('Drafts');

/** Sweeps the drafts once an hour, as long as the process lives. */
export class DraftSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    private readonly drafts: Drafts,
    private readonly users: Users,
  ) {}

  onApplicationBootstrap() {
    this.timer = setInterval(() => void this.sweep(), EVERY).unref();
  }

  onModuleDestroy() {
    this.isOver = true;
    clearInterval(this.timer);
  }

  private async sweep(): Promise<void> {
    try {
      await this.drafts.sweep(this.users, () => this.isOver);
    } catch (error) {
      if (!this.isOver) logger.warn(`Old drafts were not deleted; this is tried again: ${describeFault(error)}`);
    }
  }
}
