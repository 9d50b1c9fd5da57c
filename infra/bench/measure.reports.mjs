import { below } from './budgets.mjs';
import { stories, write } from './events.mjs';
import { Server } from './processes.mjs';
import { median, timed } from './statistics.mjs';

const DAY_AFTER = '2023-01-03'; // the last event occurs on the day before

const MOMENTS = { known: () => `asOf=${new Date().toISOString()}`, true: () => `asOf=${DAY_AFTER}&axis=occurred` };

export const reportThen = {
  name: 'report-then',
  what: 'a report as of a day, the slowest of all reports by the median, log of 100,000 events (20,000 if quick)',
  budget: below(1, 's'),
  async run({ folder, quick }) {
    const dataDir = folder();
    const events = quick ? 20_000 : 100_000;
    await write(dataDir, stories(events));
    const server = await (await Server.start(dataDir)).signIn();
    await server.settled();
    await server.signIn();
    const { reports } = await server.ask('/v1/reports');
    const measured = [];
    for (const { name } of reports)
      for (const [axis, moment] of Object.entries(MOMENTS)) {
        const ask = () => timed(() => server.ask(`/v1/reports/${name}?${moment()}`));
        await ask(); // warm
        const before = server.processorTime();
        const times = [];
        for (let round = 0; round < 5; round += 1) times.push((await ask()) / 1_000);
        const cost = (server.processorTime() - before) / 5 / 1_000;
        measured.push({ name, axis, seconds: median(times), cost });
      }
    await server.stop();
    return {
      value: Math.max(...measured.map(({ seconds }) => seconds)),
      notes: measured.map(
        ({ name, axis, seconds, cost }) =>
          `${name}, ${axis}: median ${seconds.toFixed(2)} s, ${cost.toFixed(2)} s of processor time`,
      ),
    };
  },
};
