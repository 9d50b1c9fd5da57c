const PATIENCE = 10_000; // ms

let sent = 0;

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g; // has the digits of a line and a column

/** Faults of the response to a malformed request; none for a clear refusal or a harmless response. */
export const faultsOf = async (server, log, { method, path, headers, body }) => {
  const before = await log.head();
  const correlation = { 'x-correlation-id': `fuzz-${(sent += 1)}` };
  let response;
  let text;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const given = Object.fromEntries(
      Object.entries({ ...server.headers(), ...correlation, ...headers }).filter(([, value]) => value),
    );
    response = await fetch(server.url + path, {
      method,
      headers: given,
      signal,
      ...(body === undefined ? {} : { body }),
    });
    text = await response.text();
  } catch (error) {
    return [`no answer: ${error.cause ?? error}`];
  }
  const type = response.headers.get('content-type') ?? '';
  return [
    response.status >= 500 && `${response.status}: ${text.slice(0, 200)}`,
    response.status >= 400 && !type.startsWith('application/problem+json') && `a refusal with the media type ${type}`,
    response.status >= 400 &&
      (await isStored(log, before, [response.headers.get('x-request-id'), ...Object.values(correlation)])) &&
      `${response.status}, but an event was stored`,
    /\bat .+:\d+:\d+|node_modules/.test(text.replace(INSTANT, '')) && 'the response reveals internals',
  ].filter(Boolean);
};

/** Whether an event after a position is of one of these correlations; others may store something meanwhile. */
const isStored = async (log, after, correlations) => {
  for await (const events of log.readAll(after))
    if (events.some(({ correlationId }) => correlations.includes(correlationId))) return true;
  return false;
};
