import { command, namingOf } from '@annals/command-bus';
import { handlersFor, NAMING } from '@annals/command-bus/handlers';
import { EventStore, problems, type CommandOf, type Decider, type Event } from '@annals/event-sourcing';
// What the specs of this package share; as a package it sees what others see.
import { BulkModule, CommandGate, commandRoutes, OpenGate } from '@annals/http';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { z } from 'zod';

class Ring extends command(
  'Ring',
  { bell: z.string() },
  { post: 'bells/:bell/ring', summary: { en: 'Ring a bell', zh: '敲钟' }, needs: 'bells.write', about: null },
) {}

export type BellRung = Event<'BellRung'>;

const { reject } = problems({
  BellBroken: {
    kind: 'conflict',
    title: { en: 'Bell broken', zh: '铃已损坏' },
    detail: { en: 'The bell is broken. Mend it first.', zh: '铃已损坏，请先修理。' },
  },
});

const bell: Decider<CommandOf<{ Ring: typeof Ring }>, null, BellRung> = {
  stream: ({ bell }) => `bell-${bell}`,
  subject: () => 'nobody',
  initial: null,
  decide: {
    Ring: ({ bell }) => {
      if (bell === 'gone') throw new Error('Jane Doe has taken it');
      return bell === 'broken' ? reject('BellBroken') : [{ type: 'BellRung', schemaVersion: 1, data: {} }];
    },
  },
  evolve: { BellRung: () => null },
};

/** Bells that ring into a log. */
@Global()
@Module({})
export class BellsModule {
  static with(log: EventStore): DynamicModule {
    const shared = [
      { provide: EventStore, useValue: log },
      { provide: NAMING, useValue: namingOf(Buffer.alloc(32)) },
      { provide: CommandGate, useClass: OpenGate },
    ];
    return {
      module: BellsModule,
      imports: [CqrsModule.forRoot(), BulkModule.with(new Map([['Ring', Ring]]))],
      controllers: [commandRoutes('bells', [Ring])],
      providers: [...shared, ...handlersFor(bell, [Ring])],
      exports: shared,
    };
  }
}
