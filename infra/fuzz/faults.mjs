const PATIENCE = 10_000; // ms

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g; // has the digits of a line and a column

/** Faults of the response to a malformed request; none for a clear refusal or a harmless response. */
export const faultsOf = async (server, log, { method, path, headers, body }) => {
  const before = await log.head();
  let response;
  let text;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const given = Object.fromEntries(Object.entries({ ...server.headers(), ...headers }).filter(([, value]) => value));
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
    response.status >= 400 && (await log.head()) !== before && `${response.status}, but an event was stored`,
    /\bat .+:\d+:\d+|node_modules/.test(text.replace(INSTANT, '')) && 'the response reveals internals',
  ].filter(Boolean);
};
