import { Distributed } from './distributed.mjs';
import { mkdtempSync } from 'node:fs';
import { Kafka, logLevel } from 'kafkajs';
const T = performance.now();
const t = () => ((performance.now() - T) / 1000).toFixed(1);
const d = await Distributed.filled(mkdtempSync('/tmp/zz-'), 5000);
console.log(t(), 'filled', d.head);
const admin = new Kafka({ brokers: [d.brokers], logLevel: logLevel.NOTHING }).admin();
await admin.connect();
await admin.createTopics({ topics: [{ topic: 'annals.customer-events.v1', numPartitions: 12 }], waitForLeaders: true });
console.log(t(), 'topic');
const r = await d.start('relay', 2);
console.log(t(), 'relay');
for (let i = 0; i < 12; i++) {
  const o = await admin.fetchTopicOffsets('annals.customer-events.v1');
  const ready = await Promise.all(
    d.processes.map(async (p) => (await (await fetch(p.url + '/health/ready')).text()).slice(0, 300)),
  );
  console.log(
    t(),
    o.reduce((s, { high }) => s + Number(high), 0),
    o.map((x) => x.high).join(' '),
    ready,
    d.processes.map((p) => p.printed().slice(-300)),
  );
  await new Promise((r) => setTimeout(r, 2000));
}
process.exit(0);
