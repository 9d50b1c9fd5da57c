import { Popover } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { CustomerLink } from '../../../design/customer-link.js';
import { instant, time } from '../../../design/dates.js';
import { useValueWords } from '../../../design/value-words.js';
import { useLanguage } from '../../../words/language.js';
import { Acts, type Act, type Task } from '../acts.js';
import { useTasksTexts } from '../texts.js';
import { dayOf, type Day } from '../../../design/days.js';
import { isDay, plusDays } from './days.js';
import type { Moving } from './use-moving.js';

type Props = {
  readonly task: Task;
  readonly moving: Moving;
  readonly begin: (act: Act) => void;
  /** Shows the day to which the keyboard moved a task. */
  readonly show: (day: Day) => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A task on its day: dragged to another one, moved there with Shift and an arrow, or opened. */
export const Entry = ({ task, moving, begin, show }: Props) => {
  const [isOpen, setOpen] = useState(false);
  const { taskId, status, subject, dueAt, customerName } = task;
  const [mayMove, day] = [moving.mayMove(task), dayOf(new Date(dueAt))];
  const pressed = (event: KeyboardEvent) => {
    const step = event.shiftKey && mayMove ? STEPS[event.key] : undefined;
    if (step === undefined) return;
    event.preventDefault();
    show(plusDays(day, step));
    void moving.move(task, plusDays(day, step));
  };
  const isLate = status === 'open' && Date.parse(dueAt) <= Date.now();
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      content={<Details {...{ task, moving, begin, day }} close={() => setOpen(false)} />}
    >
      <button
        type="button"
        className={`entry ${status} ${isLate ? 'late' : ''}`}
        title={customerName ?? undefined}
        draggable={mayMove}
        {...(mayMove && { 'aria-keyshortcuts': 'Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown' })}
        onDragStart={(event) => moving.start(event, task)}
        onDragEnd={moving.end}
        onKeyDown={pressed}
        autoFocus={moving.moved === taskId}
        onBlur={moving.forget}
      >
        <span className="num">{time(dueAt)}</span> {subject}
      </button>
    </Popover>
  );
};

type DetailsProps = Pick<Props, 'task' | 'moving' | 'begin'> & { readonly day: Day; readonly close: () => void };

const Details = ({ task, moving, begin, day, close }: DetailsProps) => {
  const [t, language, word] = [useTasksTexts(), useLanguage(), useValueWords()];
  const chosen = (to: string) => {
    if (!isDay(to)) return;
    close();
    void moving.move(task, to);
  };
  return (
    <div className="entry-card">
      <b>{task.subject}</b>
      <p className="muted small">
        {word('PlanTaskKind', task.kind)} · {instant(task.dueAt, language)}
        {task.assignee && <> · {task.assignee.name ?? task.assignee.id}</>}
      </p>
      <p>
        <CustomerLink {...task} />
      </p>
      {moving.mayMove(task) && (
        <label className="small">
          {t('moveTo')}
          <input type="date" className="in" defaultValue={day} onChange={({ target }) => chosen(target.value)} />
        </label>
      )}
      <Acts
        task={task}
        begin={(act) => {
          close();
          begin(act);
        }}
      />
    </div>
  );
};
