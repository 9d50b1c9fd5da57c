import { CustomerFiles, CustomerPlaces, LiveOrganisation, OwnAppends, PlacesNow, RolePolicy } from '@annals/access';
import { ORGANISATION } from '@annals/contracts-organisation';
import { NO_STREAM, type Event, type EventStore } from '@annals/event-sourcing';
import { Projector, StoredViews } from '@annals/projecting';
import { directory } from '@annals/projections-organisation';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { PATIENCE, recorded } from '@annals/testing';
import { catalogue } from './catalogue.js';

/** The policy over stores in memory: its decisions on commands and routes. */
export const openFrontDoor = async (
  stored: EventStore = new MemoryEventStore(),
  documents = new MemoryDocumentStore(),
) => {
  const appends = new OwnAppends();
  const log = appends.watching(stored);
  const projector = new Projector(log, documents, [directory]);
  await projector.start();
  const views = new StoredViews(documents, projector.positions);
  const organisation = new LiveOrganisation(views, log, catalogue, appends);
  const policy = new RolePolicy(
    organisation,
    new PlacesNow(log, new CustomerPlaces(views, new CustomerFiles(views, catalogue), catalogue), catalogue),
    catalogue,
  );
  const caller = (id: string, roles: readonly string[] = []) => ({ id, name: id, roles });

  let count = 0;
  const record = async (stream: string, subject: string, actor: string, ...events: readonly Event[]) => {
    const { length } = await log.read(stream);
    const numbered = recorded(events, { subject, actor }).map((event) => {
      const occurredAt = new Date(Date.UTC(2026, 0, (count += 1))).toISOString();
      return { ...event, id: `e-${count}`, occurredAt };
    });
    await log.append(stream, length === 0 ? NO_STREAM : length - 1, numbered);
  };

  return {
    documents,
    /** Returns when the view of the organisation has everything. */
    seen: async () => projector.positions.passed(directory.name, await log.head(), PATIENCE),
    policy,
    organisation,
    organise: (...events: readonly Event[]) => record('organisation', ORGANISATION, 'admin', ...events),
    happen: (stream: string, customerId: string, ...events: readonly Event[]) =>
      record(stream, customerId, 'system:import', ...events),
    registeredBy: (actor: string, customerId: string, event: Event) =>
      record(`customer-${customerId}`, customerId, actor, event),
    /** `welcome`, or the code of the refusal. */
    async ask(id: string, type: string, fields: Readonly<Record<string, unknown>>, roles?: readonly string[]) {
      try {
        await policy.admit(caller(id, roles), { type, stream: streamOf(type, fields), fields });
        return 'welcome';
      } catch (error) {
        return (error as { code: string }).code;
      }
    },
    async close() {
      organisation.onModuleDestroy();
      await projector.stop();
    },
  };
};

const STREAMS = { customerId: 'customer', dealId: 'deal', complaintId: 'complaint' };

const streamOf = (type: string, fields: Readonly<Record<string, unknown>>): string => {
  if ('callerId' in fields) return `caller-${String(fields['callerId'])}`;
  if (type === 'MakeContact') return `contacts-${String(fields['customerId'])}`;
  const field = (['dealId', 'complaintId', 'customerId'] as const).find((name) => name in fields) ?? 'customerId';
  return catalogue.commands.get(type)?.command.about === null
    ? 'organisation'
    : `${STREAMS[field]}-${String(fields[field])}`;
};
