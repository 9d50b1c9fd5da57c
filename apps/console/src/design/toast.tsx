import { useEffect, useSyncExternalStore } from 'react';

/** `undo` is offered where a command has a reverse. */
export type Toast = { readonly text: string; readonly undo?: { readonly label: string; readonly run: () => void } };

const SHOWN = 6_000; // ms

let shown: Toast | undefined;
const listeners = new Set<() => void>();

/** Shows what became of an action for six seconds, in place of an earlier message. */
export const showToast = (toast: Toast | undefined): void => {
  shown = toast;
  for (const changed of listeners) changed();
};

const subscribe = (changed: () => void) => {
  listeners.add(changed);
  return () => listeners.delete(changed);
};

/** The place of messages; read out by screen readers. */
export const Toasts = () => {
  const toast = useSyncExternalStore(subscribe, () => shown);
  useEffect(() => {
    const timer = setTimeout(() => showToast(undefined), SHOWN);
    return () => clearTimeout(timer);
  }, [toast]);
  return (
    <div role="status" aria-live="polite">
      {toast && (
        <div className="toast">
          <span>{toast.text}</span>
          {toast.undo && (
            <button
              type="button"
              onClick={() => {
                showToast(undefined);
                toast.undo?.run();
              }}
            >
              {toast.undo.label}
            </button>
          )}
        </div>
      )}
    </div>
  );
};
