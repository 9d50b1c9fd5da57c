import { command, handlersFor, NAMING, namingOf } from '@annals/command-bus';
import { Configuration, loadConfiguration } from '@annals/configuration';
import { EventStore, reject, type CommandOf, type Decider, type Event } from '@annals/event-sourcing';
// What the specs of this package share; as a package it sees what others see.
import { BulkModule, CommandEndpoint, CommandGate, FromRequest, OpenGate } from '@annals/http';
import { Controller, Global, Module, type DynamicModule } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import { IsString } from 'class-validator';

class Ring extends command('Ring') {
  @IsString() readonly bell!: string;
}

@Controller('v1/bells')
class Bells {
  constructor(private readonly bus: CommandBus) {}

  @CommandEndpoint(':bell/ring', 'Ring a bell')
  ring(@FromRequest() ring: Ring) {
    return this.bus.execute(ring);
  }
}

export type BellRung = Event<'BellRung'>;

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
      { provide: Configuration, useValue: loadConfiguration({}) },
      { provide: CommandGate, useClass: OpenGate },
    ];
    return {
      module: BellsModule,
      imports: [CqrsModule.forRoot(), BulkModule.with({ Ring })],
      controllers: [Bells],
      providers: [...shared, ...handlersFor(bell, { Ring })],
      exports: shared,
    };
  }
}
