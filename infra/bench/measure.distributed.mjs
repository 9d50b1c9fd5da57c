import { publications } from '@annals/composition';
import { OUTGOING_TOPIC, publisherOf } from '@annals/contracts-published';
import { Kafka, logLevel } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import { noted } from './budgets.mjs';
import { Distributed } from './distributed.mjs';
import { stories } from './events.mjs';
import { CONTACT, look } from './measure.freshness.mjs';
import { load } from './processes.mjs';
import { median, percentile } from './statistics.mjs';

const { types } = publisherOf(publications);
const EVENTS = 20_000;
const CUSTOMERS = EVENTS / 10; // events of a story
const PARTITIONS = 12;
const RATE = 50; // commands per second
const EVERY = 100; // ms between two reads

const shared = (bench) =>
  (bench.shared.distributed ??= Distributed.filled(bench.folder(), bench.quick ? EVENTS / 4 : EVENTS));

export const closeDistributed = async ({ shared: { distributed } }) => (await distributed)?.stop();

const countIn = async (admin) =>
  (await admin.fetchTopicOffsets(OUTGOING_TOPIC)).reduce((sum, { high }) => sum + Number(high), 0);

/** Seconds from the first message in Kafka to the last one, and the number of messages between. */
const arrival = async (brokers, all, begin) => {
  const admin = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await admin.createTopics({ topics: [{ topic: OUTGOING_TOPIC, numPartitions: PARTITIONS }], waitForLeaders: true });
  await begin();
  const seen = [];
  for (let count = 0; count < all; await delay(20)) {
    count = await countIn(admin);
    if (count > 0) seen.push({ count, at: performance.now() });
  }
  await admin.disconnect();
  const [first, last] = [seen[0], seen.at(-1)];
  return { seconds: (last.at - first.at) / 1000, messages: last.count - first.count };
};

const relay = {
  name: 'relay',
  what: 'two relays publish a full log from EventStoreDB to Kafka',
  budget: noted('messages/s'),
  async run(bench) {
    const distributed = await shared(bench);
    const events = [...stories(bench.quick ? EVENTS / 4 : EVENTS)].flatMap((append) => append.events);
    const all = events.filter(({ type }) => types.includes(type)).length;
    const begin = () => distributed.start('relay', 2);
    const { seconds, messages } = await arrival(distributed.brokers, all, begin);
    return { value: messages / seconds, notes: [`${messages.toLocaleString('en')} in ${seconds.toFixed(1)} s`] };
  },
};

const commands = {
  name: 'commands',
  what: 'commands over HTTP to sales and service, 32 connections each',
  budget: noted('commands/s'),
  async run(bench) {
    const distributed = await shared(bench);
    await distributed.startAll();
    const seconds = bench.quick ? 2 : 5;
    const send = async () => {
      const takers = ['sales', 'service'];
      const to = (taker) => load(distributed[taker], { seconds, connections: 32, customers: CUSTOMERS / 4, taker });
      return Promise.all(takers.map(to));
    };
    await send(); // warm
    const rounds = [];
    for (let round = 0; round < 3; round += 1) rounds.push(await send());
    const [sales, service] = [0, 1].map((taker) => median(rounds.map((loads) => loads[taker].perSecond)));
    const [cost, costThere] = [0, 1].map((taker) => Math.round(median(rounds.map((loads) => loads[taker].cost))));
    return {
      value: sales + service,
      notes: [
        `sales ${Math.round(sales)}/s and ${cost} µs of processor time each, service ${Math.round(service)}/s and ${costThere} µs`,
        'views, Kafka and the three engines share the same processors',
      ],
    };
  },
};

const freshness = {
  name: 'freshness',
  what: `from command to 360 view, p99, at ${RATE} commands/s`,
  budget: noted('ms'),
  async run(bench) {
    const distributed = await shared(bench);
    await distributed.startAll();
    const { service, query } = distributed;
    const { position } = await service.post('/v1/customers/c-1/contacts', CONTACT);
    await query.caughtUp(position); // with the data of the previous measure
    const seconds = bench.quick ? 5 : 15;
    const rate = RATE - 1_000 / EVERY;
    const sending = load(service, { seconds, connections: 8, rate, customers: CUSTOMERS / 4, taker: 'service' });
    await delay(1_000); // warm
    const looks = [];
    for (let number = 0; number < ((seconds - 2) * 1_000) / EVERY; number += 1) {
      looks.push(look(number, service, query));
      await delay(EVERY);
    }
    const times = await Promise.all(looks);
    await sending;
    return {
      value: percentile(times, 0.99),
      notes: [`median ${percentile(times, 0.5).toFixed(0)} ms, ${times.length} looks`],
    };
  },
};

export const DISTRIBUTED = [relay, commands, freshness];
