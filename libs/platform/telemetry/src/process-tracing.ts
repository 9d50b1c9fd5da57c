import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Tracing } from './tracing.js';

/** Provider token of an `OpenTracing`. */
export const OPEN_TRACING = Symbol('OpenTracing');
export type OpenTracing = () => Promise<Tracing | undefined>;

/** Traces requests while the process is running. */
@Injectable()
export class ProcessTracing implements OnModuleInit, OnApplicationShutdown {
  private tracing: Tracing | undefined;

  constructor(
    private readonly host: HttpAdapterHost,
    @Inject(OPEN_TRACING) private readonly open: OpenTracing,
  ) {}

  async onModuleInit() {
    this.tracing = await this.open();
    this.tracing?.watch(this.host.httpAdapter.getInstance());
  }

  async onApplicationShutdown() {
    await this.tracing?.close();
  }
}
