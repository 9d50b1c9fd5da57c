import { command, Fits, handlersFor, NAMING, namingOf } from '@annals/command-bus';
import { Configuration, loadConfiguration } from '@annals/configuration';
import { EventStore, type Decider, type Event } from '@annals/event-sourcing';
// What the specs of this package share; as a package it sees what others see.
import {
  BulkModule,
  CommandEndpoint,
  CommandGate,
  fastifyAdapter,
  Fresh,
  FromRequest,
  OpenGate,
  Public,
  QueryEndpoint,
  serveDocs,
  type AdapterOptions,
  type ApiDescription,
  type Conventions,
  useHttpConventions,
} from '@annals/http';
import type { Freshness } from '@annals/projecting';
import { Controller, Global, Module, Param, Query, type LoggerService } from '@nestjs/common';
import { CommandBus, CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { IsInt, IsOptional, IsString, IsUUID, Max, MaxLength } from 'class-validator';
import { Type as Typed } from 'class-transformer';
import { z } from 'zod';
import { reads, rules } from './parcels.problems.js';

const address = z.object({ city: z.string().min(1), lines: z.array(z.string().max(20)).max(3) });

export class PackParcel extends command('PackParcel') {
  @IsUUID() readonly parcelId!: string;
  @IsString() @MaxLength(20) readonly customerId!: string;
  @IsOptional() @Fits(address) readonly to?: z.infer<typeof address>;
  @Fits(z.record(z.string(), z.json()).optional()) readonly content?: object;
}

export class SendParcel extends command('SendParcel') {
  @IsUUID() readonly parcelId!: string;
  @IsInt() @Max(30) readonly kilos!: number;
}

export class LoseParcel extends command('LoseParcel') {
  @IsUUID() readonly parcelId!: string;
}

type Data = { readonly parcelId: string; readonly customerId: string };
type Fact = Event<'ParcelPacked', Data> | Event<'ParcelSent', Data & { readonly kilos: number }>;
type State = { readonly customerId?: string; readonly sent: boolean };
type Parcel = {
  [K in keyof typeof commands]: Omit<InstanceType<(typeof commands)[K]>, 'origin'>;
}[keyof typeof commands];

const commands = { PackParcel, SendParcel, LoseParcel };

const decider: Decider<Parcel, State, Fact> = {
  stream: ({ parcelId }) => `parcel-${parcelId}`,
  subject: ({ customerId }) => customerId,
  initial: { sent: false },
  decide: {
    PackParcel: ({ parcelId, customerId }, state) =>
      state.customerId ? [] : [{ type: 'ParcelPacked', schemaVersion: 1, data: { parcelId, customerId } }],
    SendParcel: ({ parcelId, kilos }, { customerId, sent }) => {
      if (!customerId) return rules.reject('ParcelNotRegistered', { parcelId });
      if (sent) return rules.reject('ParcelAlreadySent', { parcelId });
      return [{ type: 'ParcelSent', schemaVersion: 1, data: { parcelId, customerId, kilos } }];
    },
    LoseParcel: () => {
      throw new Error('the warehouse of Jane Doe burns');
    },
  },
  evolve: {
    ParcelPacked: (_, { customerId }) => ({ customerId, sent: false }),
    ParcelSent: (state) => ({ ...state, sent: true }),
  },
};

export class ParcelsQuery {
  @IsOptional() @Typed(() => Number) @IsInt() @Max(100) readonly limit?: number;
}

@Controller('v1/parcels')
class ParcelsController {
  constructor(private readonly bus: CommandBus) {}

  @CommandEndpoint('', 'Pack a parcel')
  pack(@FromRequest({ creates: 'parcelId' }) pack: PackParcel) {
    return this.bus.execute(pack);
  }

  @CommandEndpoint(':parcelId/send', 'Send a parcel')
  send(@FromRequest() send: SendParcel) {
    return this.bus.execute(send);
  }

  @CommandEndpoint(':parcelId/lose', 'Lose a parcel')
  lose(@FromRequest() lose: LoseParcel) {
    return this.bus.execute(lose);
  }

  @QueryEndpoint('', 'Parcels', 'parcels.read', 'ParcelPage')
  list(@Query() { limit = 10 }: ParcelsQuery, @Fresh() fresh?: Freshness) {
    return { value: { limit }, position: fresh?.position ?? 0, stale: (fresh?.position ?? 0) > 100 };
  }

  @Public()
  @QueryEndpoint(':parcelId', 'A parcel', 'parcels.read', 'Parcel')
  one(@Param('parcelId') parcelId: string) {
    return reads.fail('ParcelNotFound', { id: parcelId });
  }
}

type Options = Conventions & Pick<AdapterOptions, 'overload'> & { logger?: LoggerService; gate?: CommandGate };

/** A process that packs and sends parcels into the given store. */
export const parcelsApp = async (
  store: EventStore,
  description: ApiDescription = { version: '0', answers: { $defs: {} } },
  conventions: Options = {},
): Promise<NestFastifyApplication> => {
  const { logger = false, gate = new OpenGate(), ...options } = conventions;
  const shared = [
    { provide: EventStore, useValue: store },
    { provide: NAMING, useValue: namingOf(Buffer.alloc(32)) },
    { provide: Configuration, useValue: loadConfiguration({}) },
    { provide: CommandGate, useValue: gate },
  ];

  @Global()
  @Module({ providers: shared, exports: shared })
  class Shared {}

  @Module({
    imports: [CqrsModule.forRoot(), Shared, BulkModule.with({ PackParcel, SendParcel, LoseParcel })],
    controllers: [ParcelsController],
    providers: handlersFor(decider, commands),
  })
  class Parcels {}

  const testing = await Test.createTestingModule({ imports: [Parcels] }).compile();
  const adapter = fastifyAdapter({ bodyLimit: 10_000, ...options });
  const app = testing.createNestApplication<NestFastifyApplication>(adapter, { logger });
  useHttpConventions(app, conventions);
  serveDocs(app, description);
  await app.init();
  return app;
};
