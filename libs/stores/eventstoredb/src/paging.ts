import type { RecordedEvent } from '@annals/event-sourcing';
import { positionOf, recorded } from './envelope.js';
import { anchor } from './places.js';
import { PAGE, type Reader } from './reading.js';
import type { Shape } from './wanted.js';

/** Positions, the first excluded and the last included. */
export type Stretch = { readonly after: number; readonly upto: number };

/** Every batch except the last is full, even if unwanted events lie between. */
export async function* batches(
  reader: Reader,
  { after, upto }: Stretch,
  { wanted, batch, passed, logOf }: Shape,
): AsyncGenerator<readonly RecordedEvent[], void> {
  const most = (wanted.isRare ? PAGE : Math.min(PAGE, batch)) + 1; // the last event of a page is also the first of the next one
  const ready: RecordedEvent[] = [];
  let from = await anchor(reader, after);
  let last = after;
  while (last < upto) {
    const page = await reader.forwards(from, most);
    const fresh = page.filter((event) => positionOf(event) > last && positionOf(event) <= upto);
    const found = fresh.filter(wanted.has);
    passed(fresh);
    const log = await logOf(found);
    ready.push(...found.map((event) => recorded(event, log)));
    while (ready.length >= batch) yield ready.splice(0, batch);
    const end = page.at(-1);
    if (!end || page.length < most) break;
    from = end.position;
    last = positionOf(end);
  }
  if (ready.length > 0) yield ready;
}
