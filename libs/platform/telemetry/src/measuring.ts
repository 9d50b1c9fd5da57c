import { commandTracing, type TracedCommand } from '@annals/command-bus/handlers';
import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Metrics } from './metrics.js';
import { outcomeOf } from './outcome.js';

/** Measures the duration of requests and commands. */
@Injectable()
export class Measuring implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Http');
  private readonly series = new Map<string, ReturnType<Metrics['requests']['labels']>>();
  private readonly begun = new WeakMap<object, ReturnType<Metrics['commands']['startTimer']>>();

  constructor(
    private readonly metrics: Metrics,
    private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit() {
    commandTracing.start.subscribe(this.commandBegun);
    commandTracing.asyncEnd.subscribe(this.commandEnded);
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.addHook('onResponse', (request, reply, done) => {
      this.requestEnded(request, reply);
      done();
    });
  }

  onApplicationShutdown() {
    commandTracing.start.unsubscribe(this.commandBegun);
    commandTracing.asyncEnd.unsubscribe(this.commandEnded);
  }

  private requestEnded({ method, routeOptions }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply) {
    const route = routeOptions.url ?? 'none'; // the pattern, because paths contain ids
    this.seriesOf(method, route, statusCode).observe(elapsedTime / 1000);
    if (Logger.isLevelEnabled('debug'))
      this.log.debug(`${method} ${route} ${statusCode} in ${elapsedTime.toFixed(1)} ms`);
  }

  // Cached, because looking up a series by its labels is slower than counting.
  private seriesOf(method: string, route: string, status: number) {
    const name = `${status} ${method} ${route}`;
    const known = this.series.get(name) ?? this.metrics.requests.labels({ method, route, status });
    this.series.set(name, known);
    return known;
  }

  private readonly commandBegun = (traced: unknown) => {
    const command = traced as TracedCommand;
    this.begun.set(command, this.metrics.commands.startTimer({ type: command.type }));
  };

  private readonly commandEnded = (traced: unknown) => {
    const command = traced as TracedCommand;
    this.begun.get(command)?.({ outcome: outcomeOf(command.error) });
  };
}
