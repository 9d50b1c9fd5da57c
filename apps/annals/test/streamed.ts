/** What a stream has brought at its end; `until` waits for a text in it, and ends it. */
export type Streamed = { readonly rest: () => Promise<string>; readonly until: (what: string) => Promise<string> };

/** Opens the stream of all events. */
export const streamed = async (origin: string, headers: Readonly<Record<string, string>>): Promise<Streamed> => {
  const { body, status } = await fetch(`${origin}/v1/events?after=0`, {
    headers: { ...headers, accept: 'text/event-stream' },
  });
  expect(status).toBe(200);
  const reader = body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = (await reader.read()).value ?? '';
  const more = async () => {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined })); // cut off
    text += value ?? '';
    return !done;
  };
  return {
    async rest() {
      while (await more());
      return text;
    },
    async until(what: string) {
      while (!text.includes(what)) if (!(await more())) throw new Error(`The stream ended without ${what}.`);
      await reader.cancel();
      return text;
    },
  };
};
