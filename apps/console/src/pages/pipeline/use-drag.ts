import { useState, type DragEvent } from 'react';
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
  const [dragged, drag] = useState<Deal>();
  const [over, setOver] = useState<string>();
  const end = () => {
    drag(undefined);
    setOver(undefined);
  };
  return {
    ...{ ...props, dragged, end },
    start: (event, deal) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', deal.dealId);
      // Chromium ends a drag whose element changes while it begins.
      setTimeout(() => drag(deal));
    },
    dropAt: (target) => {
      const place = JSON.stringify(target);
      return {
        'data-over': (dragged && over === place) || undefined,
        onDragOver: (event) => {
          if (!dragged) return;
          event.preventDefault();
          setOver(place);
        },
        onDragLeave: () => setOver((now) => (now === place ? undefined : now)),
        onDrop: (event) => {
          event.preventDefault();
          if (dragged) props.move(dragged, target);
          end();
        },
      };
    },
  };
};
