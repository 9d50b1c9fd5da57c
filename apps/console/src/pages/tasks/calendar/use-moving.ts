import { useRef, useState, type DragEvent } from 'react';
import { send } from '../../../api/command.js';
import { useReceipt } from '../../../design/form/use-receipt.js';
import { useProblemText } from '../../../design/states.js';
import { showToast } from '../../../design/toast.js';
import { useMay, useRefresh } from '../../../session/use-session.js';
import type { Task } from '../acts.js';
import { dayOf, type Day } from '../../../design/days.js';
import { daysBetween, movedBy } from './days.js';

/** What the days of the calendar share. */
export type Moving = ReturnType<typeof useMoving>;

const changeOf = ({ taskId, dueAt, remindAt }: Task, days: number) => ({
  ...{ taskId, dueAt: movedBy(dueAt, days) },
  ...(remindAt !== null && { remindAt: movedBy(remindAt, days) }),
});

/** Moves open tasks to other days, with their reminders and at the same time of the clock; the receipt can undo it. */
export const useMoving = () => {
  const [may, refresh, receipt, textOf] = [useMay(), useRefresh(), useReceipt(), useProblemText()];
  const held = useRef<Task>(undefined);
  const [over, setOver] = useState<Day>();
  const [moved, setMoved] = useState<string>();
  const move = async (task: Task, to: Day) => {
    const days = daysBetween(dayOf(new Date(task.dueAt)), to);
    if (days === 0) return;
    try {
      const done = await send({ name: 'ChangeTask', fields: changeOf(task, days), revision: task.revision });
      receipt(done, { name: 'ChangeTask', fields: changeOf(task, 0), revision: done.revision });
      setMoved(task.taskId);
    } catch (error) {
      showToast({ text: textOf(error) });
    }
    await refresh();
  };
  const end = () => {
    held.current = undefined;
    setOver(undefined);
  };
  return {
    ...{ move, end },
    /** The task that was moved last, which keeps the focus. */
    moved,
    forget: () => setMoved(undefined),
    mayMove: ({ status }: Task) => status === 'open' && may('tasks.write'),
    start: (event: DragEvent, task: Task) => {
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', task.subject);
      held.current = task;
    },
    /** Makes a day a place where a task can be dropped. */
    dropAt: (day: Day) => ({
      'data-over': over === day || undefined,
      onDragOver: (event: DragEvent) => {
        if (!held.current) return;
        event.preventDefault();
        setOver(day);
      },
      onDragLeave: () => setOver((now) => (now === day ? undefined : now)),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        if (held.current) void move(held.current, day);
        end();
      },
    }),
  };
};
