import { useEffect, useRef } from 'react';
import type { Words } from '../words/language.js';

/** A key of the keyboard, or `mod+<key>` for Ctrl or Cmd, and what it does. */
export type Shortcut = { readonly key: string; readonly does: Words; readonly run: () => void };

const all = new Set<{ readonly current: readonly Shortcut[] }>();

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const isOverlaid = () => document.querySelector('[role=dialog]') !== null;

const keyOf = ({ ctrlKey, metaKey, key }: KeyboardEvent) =>
  `${ctrlKey || metaKey ? 'mod+' : ''}${key.length === 1 ? key.toLowerCase() : key}`;

const pressed = (event: KeyboardEvent) => {
  const key = keyOf(event);
  if (event.altKey || (!key.startsWith('mod+') && (isTyping(event.target) || isOverlaid()))) return;
  const shortcut = [...all]
    .toReversed()
    .flatMap(({ current }) => current)
    .find((each) => each.key === key);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
};

/** Every key that does something now, for the list of keys. */
export const shortcuts = (): readonly Shortcut[] => [...all].flatMap(({ current }) => current);

/** The keys of a page, while it is shown; not while a text is entered or a dialog is open, except with Ctrl or Cmd. */
export const useShortcuts = (keys: readonly Shortcut[]): void => {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (all.size === 0) document.addEventListener('keydown', pressed);
    all.add(latest);
    return () => {
      all.delete(latest);
      if (all.size === 0) document.removeEventListener('keydown', pressed);
    };
  }, []);
};
