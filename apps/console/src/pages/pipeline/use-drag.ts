import { useRef, useState, type DragEvent } from 'react';
import type { Deal, StepShown, Target } from './deal.js';

/** What the parts of a board share. */
export type Board = {
  readonly steps: readonly StepShown[];
  readonly mayMove: boolean;
  readonly dragged: Deal | undefined;
  readonly start: (event: DragEvent, deal: Deal) => void;
  readonly end: () => void;
  readonly move: (deal: Deal, target: Target) => void;
  /** Makes an element a place where a deal can be dropped. */
  readonly dropAt: (target: Target) => {
    readonly 'data-over': boolean | undefined;
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: () => void;
    readonly onDrop: (event: DragEvent) => void;
  };
};

type Props = Pick<Board, 'steps' | 'mayMove' | 'move'>;

/** Dragging deals over a board. */
export const useDrag = (props: Props): Board => {
  // What is shown follows what is held: a quick drop may come before the next rendering.
  const held = useRef<Deal>(undefined);
  const [dragged, show] = useState<Deal>();
  const [over, setOver] = useState<string>();
  const end = () => {
    held.current = undefined;
    show(undefined);
    setOver(undefined);
  };
  return {
    ...{ ...props, dragged, end },
    start: (event, deal) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', deal.dealId);
      held.current = deal;
      // Chromium ends a drag whose element changes while it begins.
      setTimeout(() => show(held.current));
    },
    dropAt: (target) => {
      const place = JSON.stringify(target);
      return {
        'data-over': (dragged && over === place) || undefined,
        onDragOver: (event) => {
          if (!held.current) return;
          event.preventDefault();
          setOver(place);
        },
        onDragLeave: () => setOver((now) => (now === place ? undefined : now)),
        onDrop: (event) => {
          event.preventDefault();
          if (held.current) props.move(held.current, target);
          end();
        },
      };
    },
  };
};
