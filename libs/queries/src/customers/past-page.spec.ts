import { CustomerFiles } from '@annals/access';
import { annalsCatalogue, configurationOf } from '@annals/composition';
import { collectionOf, fieldsOf, FoldedViews, isAt, project, until } from '@annals/event-sourcing';
import type { Moment, Projection, RecordedEvent } from '@annals/event-sourcing';
import { StoredViews } from '@annals/projecting';
import type { HistoryRow } from '@annals/projections-audit';
import { askPage } from '@annals/reading';
import { viewsOfPage } from '@annals/slice';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { recorded } from '@annals/testing';
import fc from 'fast-check';
import { marked } from '../../test/marked.js';
import type { Told } from '../../test/desk.js';
import { History } from '../history/history.js';
import { Timelines, type SnapshotLimits } from '../history/timelines.js';
import { PastPage } from './past-page.js';

const customerId = 'u-1';
const catalogue = annalsCatalogue(configurationOf({}));
const { page, views } = catalogue;
const history = views.find(({ name }) => name === 'audit-history') as unknown as Projection<Told, HistoryRow>;
const ask = (at: Date) => askPage(page, { today: at.toISOString().slice(0, 10), isAllowed: () => true });

/** The page of each moment by a fold of the log that was cut there. */
const folded = (log: readonly RecordedEvent[], moment: Moment) => {
  const events = until(log, moment);
  const reached = 'position' in moment ? new Date(events.at(-1)?.recordedAt ?? 0) : Object.values(moment)[0]!;
  const { reads, answer } = ask(reached);
  const all = new FoldedViews(viewsOfPage(page));
  all.add(events);
  return answer(customerId, all.read(reads.of(customerId)), false);
};

/** A log, and the rows of its history, read by a process that keeps snapshots. */
class Installation {
  log: RecordedEvent[] = [];
  private readonly documents = new MemoryDocumentStore();
  private readonly views = new StoredViews(this.documents);
  private readonly pages: PastPage;

  constructor(limits: SnapshotLimits) {
    const readAt = async (places: Parameters<MemoryEventStore['readAt']>[0]) =>
      places.flatMap((place) => this.log.find((event) => isAt(event, place)) ?? []);
    const past = new History(this.views, new MemoryEventStore(), new CustomerFiles(this.views, catalogue));
    this.pages = new PastPage(viewsOfPage(page), this.views, { readAt }, new Timelines(past, { readAt }, limits));
  }

  async now(log: readonly RecordedEvent[]) {
    this.log = [...log];
    const collection = collectionOf(history);
    const fields = Object.fromEntries(Object.keys(history.fields!).map((name) => [name, 'one' as const]));
    await this.documents.drop(collection);
    await this.documents.open({ name: collection, fields, indexes: [] });
    await this.documents.serve(history.name, collection);
    const rows = [...project(history, log)];
    const writes = rows.map(([id, body]) => ({ id, body, position: body.position, fields: fieldsOf(history, body) }));
    await this.documents.commit([{ collection, writes, checkpoint: { expected: 0, next: log.length } }]);
  }

  async pageAt(moment: Moment) {
    const { asked, value } = await this.pages.read(customerId, moment, ask);
    return asked.answer(customerId, value, false);
  }
}

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number));
const DAYS = 12;

/** Facts of the customer: late ones, some of the same time, and recorded by clocks that differ. */
const anyFact = fc.record({
  event: fc.constantFrom(...marked.filter((event) => 'subject' in event && event.subject === customerId)),
  record: fc.constantFrom('1', '2'),
  occurred: fc.nat(DAYS),
  skew: fc.constantFrom(0, 0, 0, -3, 3),
});
const anyMoment = fc.oneof(
  fc.nat(30).map((position): Moment => ({ position })),
  fc.nat(DAYS + 20).map((at): Moment => ({ recordedAt: day(at) })),
  fc.nat(DAYS).map((at): Moment => ({ occurredAt: day(at) })),
);
const anyRound = fc.tuple(fc.array(anyFact, { maxLength: 10 }), fc.array(anyMoment, { minLength: 1, maxLength: 4 }));
const anyLimits = fc.record({ every: fc.integer({ min: 1, max: 4 }), most: fc.constantFrom(0, 5_000, 1_000_000) });

type Fact = typeof anyFact extends fc.Arbitrary<infer F> ? F : never;

const ids = new Map<Fact, string>();
const idOf = (fact: Fact) => {
  const id = ids.get(fact) ?? `event-${ids.size}`;
  ids.set(fact, id);
  return id;
};

const logOf = (facts: readonly Fact[]): readonly RecordedEvent[] =>
  facts.map((fact, index) => {
    const { event, record, occurred, skew } = fact;
    const { type, schemaVersion, data } = event;
    const named = ['dealId', 'complaintId', 'invoiceId', 'orderId'].filter((id) => id in data);
    const told = { type, schemaVersion, data: { ...data, ...Object.fromEntries(named.map((id) => [id, record])) } };
    const [times, place] = [
      { occurredAt: day(occurred).toISOString(), recordedAt: day(index + skew).toISOString() },
      { position: index + 1, revision: index, id: idOf(fact), subject: customerId },
    ];
    return recorded([told], { ...times, ...place })[0]!;
  });

it('is, as of any moment on each axis, what a fold of the log that was cut there is', () =>
  fc.assert(
    fc.asyncProperty(anyLimits, fc.array(anyRound, { minLength: 1, maxLength: 3 }), async (limits, rounds) => {
      const installation = new Installation(limits);
      const facts: Fact[] = [];
      for (const [more, moments] of rounds) {
        facts.push(...more);
        const log = logOf(facts);
        await installation.now(log);
        for (const moment of moments) expect(await installation.pageAt(moment)).toEqual(folded(log, moment));
      }
    }),
  ));

it('forgets what it kept when the log was restored and has gone on otherwise', () =>
  fc.assert(
    fc.asyncProperty(anyRound, anyRound, fc.nat(10), async ([facts, moments], [others], kept) => {
      const installation = new Installation({ every: 2, most: 1_000_000 });
      const logs = [facts, [...facts.slice(0, kept), ...others]].map(logOf);
      for (const log of logs) {
        await installation.now(log);
        for (const moment of moments) expect(await installation.pageAt(moment)).toEqual(folded(log, moment));
      }
    }),
  ));
