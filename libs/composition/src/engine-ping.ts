import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from './engine.js';

const EVERY = 2_000; // milliseconds

/** Calls each server of the installation now and then, so that a process that needs none of them still knows whether they answer. */
export class EnginePing implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly over = new AbortController();

  constructor(private readonly engine: Pick<Engine, 'configuration' | 'log' | 'documents'>) {}

  onApplicationBootstrap() {
    const { log, documents, configuration } = this.engine;
    if (configuration.eventStoreUrl !== undefined) void this.keepOn(() => log.head());
    if (configuration.readStoreUrl !== undefined) void this.keepOn(() => documents.collections());
  }

  beforeApplicationShutdown() {
    this.over.abort();
  }

  private async keepOn(call: () => Promise<unknown>) {
    const { signal } = this.over;
    while (!signal.aborted) {
      await call().catch(() => undefined); // the listener of the store receives it
      await delay(EVERY, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
