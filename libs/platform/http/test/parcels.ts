import { command, namingOf } from '@annals/command-bus';
import { handlersFor, NAMING } from '@annals/command-bus/handlers';
import { EventStore, type CommandOf, type Decider, type Event } from '@annals/event-sourcing';
// What the specs of this package share; as a package it sees what others see.
import {
  BulkModule,
  CommandGate,
  commandRoutes,
  fastifyAdapter,
  Fresh,
  OpenGate,
  Public,
  QueryEndpoint,
  serveBundle,
  serveDocs,
  type AdapterOptions,
  type ApiDescription,
  type Conventions,
  useHttpConventions,
} from '@annals/http';
import type { Freshness } from '@annals/projecting';
import { Controller, Global, Module, Param, Query, type LoggerService } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { IsInt, IsOptional, Max } from 'class-validator';
import { Type as Typed } from 'class-transformer';
import { z } from 'zod';
import { reads, rules } from './parcels.problems.js';

const address = z.object({ city: z.string().min(1), lines: z.array(z.string().max(20)).max(3) });

const needs = 'parcels.write';

export class PackParcel extends command(
  'PackParcel',
  {
    parcelId: z.uuid(),
    customerId: z.string().max(20),
    to: address.optional(),
    content: z.record(z.string(), z.json()).optional(),
  },
  {
    ...{ post: 'parcels', summary: { en: 'Pack a parcel', zh: '打包' }, needs, about: 'customerId' },
    creates: 'parcelId',
  },
) {}

export class SendParcel extends command(
  'SendParcel',
  { parcelId: z.uuid(), kilos: z.int().max(30) },
  { post: 'parcels/:parcelId/send', summary: { en: 'Send a parcel', zh: '寄出' }, needs, about: 'parcelId' },
) {}

export class LoseParcel extends command(
  'LoseParcel',
  { parcelId: z.uuid() },
  { post: 'parcels/:parcelId/lose', summary: { en: 'Lose a parcel', zh: '遗失' }, needs, about: 'parcelId' },
) {}

type Data = { readonly parcelId: string; readonly customerId: string };
type Fact = Event<'ParcelPacked', Data> | Event<'ParcelSent', Data & { readonly kilos: number }>;
type State = { readonly customerId?: string; readonly sent: boolean };
type Parcel = CommandOf<typeof commands>;

const commands = { PackParcel, SendParcel, LoseParcel };
const classes = Object.values(commands);

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
  @QueryEndpoint('', { en: 'Parcels', zh: '包裹' }, 'parcels.read', 'ParcelPage')
  list(@Query() { limit = 10 }: ParcelsQuery, @Fresh() fresh?: Freshness) {
    return { value: { limit }, position: fresh?.position ?? 0, stale: (fresh?.position ?? 0) > 100 };
  }

  @Public()
  @QueryEndpoint(':parcelId', { en: 'A parcel', zh: '一个包裹' }, 'parcels.read', 'Parcel')
  one(@Param('parcelId') parcelId: string) {
    return reads.fail('ParcelNotFound', { id: parcelId });
  }
}

type Options = Conventions &
  Pick<AdapterOptions, 'overload' | 'connectionsPerAddress' | 'certificate'> & {
    logger?: LoggerService;
    /** A folder with a built web application. */
    bundle?: string;
    gate?: CommandGate;
  };

/** A process with commands about parcels on the given store. */
export const parcelsApp = async (
  store: EventStore,
  description: ApiDescription = { version: '0', answers: { $defs: {} } },
  conventions: Options = {},
): Promise<NestFastifyApplication> => {
  const { logger = false, gate = new OpenGate(), bundle, ...options } = conventions;
  const shared = [
    { provide: EventStore, useValue: store },
    { provide: NAMING, useValue: namingOf(Buffer.alloc(32)) },
    { provide: CommandGate, useValue: gate },
  ];

  @Global()
  @Module({ providers: shared, exports: shared })
  class Shared {}

  @Module({
    imports: [CqrsModule.forRoot(), Shared, BulkModule.with(new Map(classes.map((each) => [each.type, each])))],
    controllers: [commandRoutes('parcels', classes), ParcelsController],
    providers: handlersFor(decider, classes),
  })
  class Parcels {}

  const testing = await Test.createTestingModule({ imports: [Parcels] }).compile();
  const adapter = fastifyAdapter({ bodyLimit: 10_000, ...options });
  const app = testing.createNestApplication<NestFastifyApplication>(adapter, { logger });
  useHttpConventions(app, conventions);
  serveDocs(app, () => description);
  if (bundle !== undefined) await serveBundle(app, bundle);
  await app.init();
  return app;
};
