import { openDesk } from '../../test/desk.js';

it.each(['application/json, text/event-stream', '*/*'])('reads a page for a client that accepts %s', async (accept) => {
  const desk = await openDesk();
  try {
    const answer = await desk.app.inject({ url: '/v1/events', headers: { accept } });
    expect(answer.json()).toEqual({ events: [], next: 0 });
  } finally {
    await desk.close();
  }
});
