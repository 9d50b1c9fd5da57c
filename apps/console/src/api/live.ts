import type { components } from '../generated/api.js';

/** An event as the stream sends it. */
export type LiveEvent = Pick<components['schemas']['EventEnvelope'], 'subject' | 'stream' | 'position'> & {
  readonly type: string;
  readonly actor?: string;
  readonly subjects?: readonly string[];
};

const [FIRST, LONGEST] = [1_000, 60_000]; // ms until a stream that has ended is opened again

/**
 * Follows the events after a position that the caller may see, until the returned function is called. A stream that ends is
 * opened again, later each time; while the page is hidden it is closed, because a browser keeps few connections.
 */
export const follow = (after: number, onEvent: (event: LiveEvent) => void): (() => void) => {
  let [last, wait, opened] = [after, FIRST, 0];
  let [source, timer]: [EventSource | undefined, ReturnType<typeof setTimeout> | undefined] = [undefined, undefined];
  const close = () => {
    source?.close();
    clearTimeout(timer);
    source = undefined;
  };
  const failed = () => {
    close();
    const hasLasted = opened > 0 && Date.now() - opened > LONGEST;
    wait = hasLasted ? FIRST : Math.min(wait * 2, LONGEST);
    timer = setTimeout(open, wait);
  };
  const open = () => {
    close();
    opened = 0;
    source = new EventSource(`/v1/events?after=${last}`);
    source.onopen = () => (opened = Date.now());
    source.onerror = failed;
    source.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
      last = Number(lastEventId);
      onEvent(JSON.parse(data) as LiveEvent);
    };
  };
  const turned = () => (document.hidden ? close() : open());
  document.addEventListener('visibilitychange', turned);
  turned();
  return () => {
    document.removeEventListener('visibilitychange', turned);
    close();
  };
};
