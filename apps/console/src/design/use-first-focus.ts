import { useEffect, useRef, type RefObject } from 'react';

/** Has the focus as soon as it is shown, also in a dialog, which is in the document only after `autoFocus` has been tried. */
export const useFirstFocus = <Control extends HTMLElement>(isFirst = true): RefObject<Control | null> => {
  const control = useRef<Control>(null);
  useEffect(() => {
    if (isFirst) control.current?.focus();
  }, []);
  return control;
};
