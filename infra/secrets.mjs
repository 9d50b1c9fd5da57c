// Creates the secrets of compose.yaml, each in a file; existing ones are kept. --cluster is for three nodes with TLS.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { cluster: { type: 'boolean' }, folder: { type: 'string' } } });
const home = values.folder ?? import.meta.dirname;
const folder = join(home, 'secrets');

// Processes of other users can read the files, but only this user can open the folder.
mkdirSync(folder, { recursive: true });
chmodSync(folder, 0o700);
const keep = (name, text) => {
  const file = join(folder, name);
  if (!existsSync(file)) writeFileSync(file, text, { mode: 0o644 });
  return readFileSync(file, 'utf8').trim();
};
const random = () => randomBytes(32).toString('hex');

keep('token_secret', random());
keep('grafana_password', random());
keep('mongodb_root_password', random());
keep('mongodb_key', randomBytes(384).toString('base64'));
keep('metrics_api_key', ''); // of POST /v1/api-keys, for a user who may read metrics
const mongodb = keep('mongodb_password', random());
keep('read_store_url', `mongodb://annals:${mongodb}@mongodb:27017/annals?replicaSet=annals`);

const eventstoredb = keep('eventstoredb_password', random());
const passwords = ['ADMIN', 'OPS'].map((who) => `EVENTSTORE_DEFAULT_${who}_PASSWORD=${eventstoredb}\n`);
keep('eventstoredb.env', passwords.join(''));
const nodes = [1, 2, 3].map((node) => `eventstoredb-${node}:2113`).join(',');
const urls = {
  single: 'esdb://eventstoredb:2113?tls=false',
  cluster: `esdb://admin:${eventstoredb}@${nodes}?tls=true&tlsCAFile=/authority/ca.crt`,
};
const kind = values.cluster ? 'cluster' : 'single';
if (keep('event_store_url', urls[kind]) !== urls[kind]) {
  console.error('secrets/event_store_url refers to another EventStoreDB, whose data this one does not have.');
  process.exit(1);
}
writeFileSync(join(home, '.env'), `COMPOSE_PROFILES=${kind}\n`);
