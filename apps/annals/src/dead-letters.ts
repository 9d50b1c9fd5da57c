import type { Engine } from '@annals/composition';
import { allRecords, createRecord } from '@annals/event-sourcing';
import type { Letter } from '@annals/kafka';
import { userInfo } from 'node:os';
import { print } from './print.js';

const KIND = 'dead-letter';

/** What was decided about a dead letter. */
type Settled = { readonly action: 'replayed' | 'dropped'; readonly reason: string | null; readonly actor: string };

/** Prints the dead letters that nobody has decided about, the oldest first. */
export const listDeadLetters = async (engine: Engine): Promise<void> => {
  const letters = await openLetters(engine);
  for (const { id, at, code, message } of letters) print(`${id}  ${at}  ${code}: ${message}`);
  print(letters.length === 0 ? 'There are no dead letters.' : `${letters.length.toLocaleString('en')} dead letters.`);
};

/** Prints one with headers and body. */
export const readDeadLetter = async (engine: Engine, id: string): Promise<void> => {
  const { at, code, message, key, headers, value } = await letterBy(engine, id);
  print(`${id}  ${at}\n${code}: ${message}\nkey: ${key ?? 'none'}`);
  for (const [name, text] of Object.entries(headers)) print(`${name}: ${text}`);
  print(`\n${value?.toString() ?? ''}`);
};

/** Sends its message to its topic again. Processing a message twice has no effect. */
export const replayDeadLetter = async (engine: Engine, id: string): Promise<void> => {
  const { replayLetter } = await import('@annals/kafka');
  await replayLetter(engine.configuration.kafka, await letterBy(engine, id));
  await settle(engine, id, { action: 'replayed', reason: null });
  print(`The message of ${id} was sent again.`);
};

/** Decides that a message is never processed. */
export const dropDeadLetter = async (engine: Engine, id: string, { reason }: { reason: string }): Promise<void> => {
  await letterBy(engine, id);
  await settle(engine, id, { action: 'dropped', reason });
  print(`${id} is dropped.`);
};

const openLetters = async ({ configuration: { kafka }, catalogue, records }: Engine): Promise<readonly Letter[]> => {
  if (kafka.brokers.length === 0) throw new Error('KAFKA_BROKERS must name the Kafka with the dead letters.');
  const { readLetters } = await import('@annals/kafka');
  const letters = await readLetters(kafka, [...new Set(catalogue.inbound.map(({ topic }) => topic))]);
  const settled = new Set<string>();
  for await (const { id } of allRecords(records, KIND)) settled.add(id);
  return letters.filter(({ id }) => !settled.has(id));
};

const letterBy = async (engine: Engine, id: string): Promise<Letter> => {
  const letter = (await openLetters(engine)).find((each) => each.id === id);
  if (letter) return letter;
  throw new Error(`There is no dead letter ${id}. "annals dead-letters list" lists them.`);
};

const settle = async ({ records }: Engine, id: string, settled: Omit<Settled, 'actor'>) => {
  const body: Settled = { ...settled, actor: `command-line:${userInfo().username}` };
  await createRecord(records, { kind: KIND, id, body });
};
