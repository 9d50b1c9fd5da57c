const PATIENCE = 30_000; // ms

/** Faults of the views: none may have failed, stopped or parked keys. */
export const healthFaults = async (server, log) => {
  const head = await log.head();
  const { status } = await fetch(`${server.url}/health/ready`);
  const views = await settled(server, head);
  return [
    status !== 200 && `health returns ${status}`,
    ...views.filter(({ state }) => state === 'failed').map(({ name }) => `${name} has failed`),
    ...views.filter(({ position }) => position < head).map(({ name }) => `${name} has stopped`),
    ...views.filter(({ parked }) => parked > 0).map(({ name, parked }) => `${name} has ${parked} parked keys`),
  ].filter(Boolean);
};

const settled = async (server, head) => {
  for (const end = Date.now() + PATIENCE; ;) {
    const { items } = await server.ask('/v1/projections');
    if (items.every(({ position }) => position >= head) || Date.now() > end) return items;
    await new Promise((again) => setTimeout(again, 200));
  }
};
