import { below, share } from './budgets.mjs';
import { stories, write } from './events.mjs';
import { run } from './processes.mjs';

const sum = (values) => values.reduce((total, value) => total + value, 0);
const mebibytes = (bytes) => `${Math.round(bytes / 2 ** 20)} MiB`;

const rebuilt = async (folder, events, ...args) => {
  const dataDir = folder();
  await write(dataDir, stories(events));
  return run('rebuild.mjs', dataDir, ...args);
};

const rate = (events, milliseconds) => `${Math.round((1000 * events) / milliseconds).toLocaleString('en')} events/s`;

export const rebuilds = {
  name: 'rebuild',
  what: 'rebuild of every projection in turn, against reading and parsing the log as often',
  budget: share(0.25),
  async run({ folder, quick }) {
    const { events, views } = await rebuilt(folder, quick ? 10_000 : 40_000);
    const reading = sum(views.map((view) => view.reading));
    const each = views.map((view) => {
      const part = ((100 * view.reading) / view.building).toFixed(0);
      return `${view.view}: ${part} %, ${rate(events, view.building)}`;
    });
    return {
      value: reading / sum(views.map(({ building }) => building)),
      notes: [...each, `reading alone: ${rate(events * views.length, reading)}`],
    };
  },
};

const HEAVY = 'audit-history'; // one document per event

export const memory = {
  name: 'memory',
  what: 'heap of a rebuild of the audit history from a log four times as long',
  budget: below(1.5, '×'),
  async run({ folder, quick }) {
    const count = quick ? 25_000 : 40_000;
    const short = await rebuilt(folder, count, HEAVY);
    const long = await rebuilt(folder, 4 * count, HEAVY);
    const notes = [short, long].map(
      ({ events, heap, resident }) =>
        `${events.toLocaleString('en')} events: heap ${mebibytes(heap)}, resident ${mebibytes(resident)}`,
    );
    return { value: long.heap / short.heap, notes };
  },
};
