import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { onPosition } from '../api/client.js';
import { countChanges, countOfOthers, followLists, onChanges, settleChanges } from '../api/list-changes.js';
import { usePointerOver } from './use-pointer-over.js';

const [TOGETHER, PACE] = [500, 3_000]; // ms in which events are gathered, and between two readings
const MOST = 12; // readings until a view that is behind is left alone
const TOP = 80; // px that do not count as scrolled

/** Lists by their paths: what is kept back while they are in use, showing it, and the element around them. */
export const useFollowing = (lists: readonly string[]) => {
  const changed = useSyncExternalStore(onChanges, () => countChanges(lists));
  const others = useSyncExternalStore(onChanges, () => countOfOthers(lists));
  const [[element, isOver], hasMouse] = [usePointerOver(), useHasMouse()];
  const isInUse = useScrolled() || isOver || !hasMouse;
  const isHidden = useSyncExternalStore(onTurned, () => document.hidden);
  useEffect(() => followLists(lists), [lists.join()]);
  const read = useReading(lists, changed > 0 && !isInUse && !isHidden);
  return {
    waiting: isInUse ? others : 0,
    show: () => void read(),
    element,
  };
};

/** Reads the lists again, by itself as long as that is due. */
const useReading = (lists: readonly string[], isDue: boolean) => {
  const client = useQueryClient();
  const [round, next] = useState(0);
  const state = useRef({ last: 0, attempts: 0, position: 0 });
  useEffect(() => onPosition((position) => (state.current.position = Math.max(state.current.position, position))), []);
  const read = async () => {
    state.current.last = Date.now();
    let shown = Infinity;
    const stop = onPosition((position) => (shown = Math.min(shown, position)));
    await client.invalidateQueries({ predicate: ({ meta }) => lists.includes(String(meta?.['list'])) });
    stop();
    state.current.attempts += 1;
    const upTo = shown === Infinity ? 0 : shown; // nothing was answered
    settleChanges(lists, state.current.attempts < MOST ? upTo : Infinity);
    if (countChanges(lists) === 0) state.current.attempts = 0;
    next((before) => before + 1);
  };
  useEffect(() => {
    if (!isDue) return undefined;
    const due = () => {
      // What the user has done is shown by its receipt.
      settleChanges(lists, state.current.position, true);
      if (countChanges(lists) > 0) void read();
    };
    const timer = setTimeout(due, Math.max(TOGETHER, state.current.last + PACE - Date.now()));
    return () => clearTimeout(timer);
  }, [isDue, round]);
  return read;
};

const MOUSE = window.matchMedia('(hover: hover)');

const onMouse = (changed: () => void) => {
  MOUSE.addEventListener('change', changed);
  return () => MOUSE.removeEventListener('change', changed);
};

/** Without one, nothing says what is being looked at. */
const useHasMouse = () => useSyncExternalStore(onMouse, () => MOUSE.matches);

const onScroll = (changed: () => void) => {
  window.addEventListener('scroll', changed, { passive: true });
  return () => window.removeEventListener('scroll', changed);
};

const useScrolled = () => useSyncExternalStore(onScroll, () => window.scrollY > TOP);

const onTurned = (changed: () => void) => {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
};
