import { Metrics, type RelayProgress } from './index.js';

let progress: RelayProgress;
const linesOf = async (metrics: Metrics) =>
  (await metrics.text()).split('\n').filter((line) => /^annals_(relay|inbound|dead)/.test(line));

it('shows no numbers of messages in a process that exchanges none', async () => {
  expect(await linesOf(new Metrics({ views: async () => [] }))).toEqual([]);
});

it('counts what goes out and what comes in', async () => {
  const metrics = new Metrics({ views: async () => [] });
  const messages = metrics.ofMessages(async () => progress);
  messages.sent(3);
  messages.sent(2);
  messages.received('erp.orders.v1', 'done');
  messages.received('erp.orders.v1', 'rejected');
  messages.deadLetter('erp.orders.v1');

  progress = { position: null, lag: null };
  expect(await linesOf(metrics)).toEqual([
    'annals_relayed_events_total 5',
    'annals_inbound_messages_total{topic="erp.orders.v1",outcome="done"} 1',
    'annals_inbound_messages_total{topic="erp.orders.v1",outcome="rejected"} 1',
    'annals_dead_letters_total{topic="erp.orders.v1"} 1',
  ]);
  progress = { position: 41, lag: 0 };
  expect(await linesOf(metrics)).toEqual(
    expect.arrayContaining(['annals_relay_position 41', 'annals_relay_lag_events 0']),
  );
});

it('shows how many messages wait in each partition that this process has, and none of one that it has given away', async () => {
  const metrics = new Metrics({ views: async () => [] });
  metrics.ofMessages(async () => progress);
  const waiting = async () => (await linesOf(metrics)).filter((line) => line.startsWith('annals_inbound_lag_messages'));
  const topic = 'erp.orders.v1';
  const inbound = [
    { topic, partition: 0, lag: 7 },
    { topic, partition: 3, lag: 0 },
  ];
  progress = { position: null, lag: null, inbound };
  expect(await waiting()).toEqual([
    'annals_inbound_lag_messages{topic="erp.orders.v1",partition="0"} 7',
    'annals_inbound_lag_messages{topic="erp.orders.v1",partition="3"} 0',
  ]);
  progress = { ...progress, inbound: inbound.slice(1) };
  expect(await waiting()).toEqual(['annals_inbound_lag_messages{topic="erp.orders.v1",partition="3"} 0']);
});
