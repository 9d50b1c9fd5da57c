import { useEffect, useRef, useState, type RefObject } from 'react';

/** Whether the mouse is over an element, also after what it was over has been replaced; a finger is over nothing. */
export const usePointerOver = (): readonly [RefObject<HTMLDivElement | null>, boolean] => {
  const element = useRef<HTMLDivElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // An element that is removed below the mouse sends no event: only the next one that it enters does.
    const entered = ({ pointerType, target }: PointerEvent) =>
      setOver(pointerType === 'mouse' && element.current?.contains(target as Node) === true);
    const left = () => setOver(false);
    document.addEventListener('pointerover', entered);
    document.documentElement.addEventListener('pointerleave', left);
    return () => {
      document.removeEventListener('pointerover', entered);
      document.documentElement.removeEventListener('pointerleave', left);
    };
  }, []);
  return [element, isOver];
};
