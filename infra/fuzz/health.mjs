const PATIENCE = 30_000; // ms

/** Whether everything that was taken in can be read: no view has failed, stands still or keeps a key back. */
export const healthFaults = async (server, log) => {
  const head = await log.head();
  const { status } = await fetch(`${server.url}/health/ready`);
  const views = await settled(server, head);
  return [
    status !== 200 && `health answers ${status}`,
    ...views.filter(({ state }) => state === 'failed').map(({ name }) => `${name} has failed`),
    ...views.filter(({ position }) => position < head).map(({ name }) => `${name} stands still`),
    ...views.filter(({ parked }) => parked > 0).map(({ name, parked }) => `${name} keeps ${parked} keys back`),
  ].filter(Boolean);
};

const settled = async (server, head) => {
  for (const end = Date.now() + PATIENCE; ;) {
    const { items } = await server.ask('/v1/projections');
    if (items.every(({ position }) => position >= head) || Date.now() > end) return items;
    await new Promise((again) => setTimeout(again, 200));
  }
};
