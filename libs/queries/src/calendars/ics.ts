import { kind } from '@annals/contracts-tasks';
import { labelsOf } from '@annals/contracts-values';
import type { Language } from '@annals/event-sourcing';
import ical, { ICalAlarmType, ICalEventStatus, type ICalCalendar } from 'ical-generator';

/** A task as its calendar shows it. */
export type CalendarTask = {
  readonly taskId: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly kind: string;
  readonly subject: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly dueAt: string;
  readonly remindAt: string | null;
  readonly changedAt: string;
  readonly result: string | null;
  readonly revision: number;
};

type Told = {
  readonly language: Language;
  /** Where the console is, such as `https://crm.example.com`. */
  readonly origin: string;
};

const HOUR = 3_600; // seconds, after which calendars look again
const NAME = { en: 'Tasks', zh: '任务' };

/** Tasks as a calendar of RFC 5545. */
export const calendarOf = (tasks: readonly CalendarTask[], told: Told): string => {
  const calendar = ical({
    name: `Annals: ${NAME[told.language]}`,
    prodId: { company: 'Annals', product: 'Tasks', language: told.language.toUpperCase() },
    ttl: HOUR,
  });
  for (const task of tasks) add(calendar, task, told);
  return `${calendar.toString()}\r\n`;
};

const add = (calendar: ICalCalendar, task: CalendarTask, { language, origin }: Told) => {
  const { taskId, customerId, dueAt, remindAt, status, changedAt } = task;
  const lines = [labelsOf(kind)[task.kind]![language], task.customerName, task.result];
  const event = calendar.createEvent({
    id: `task-${taskId}@annals`,
    sequence: task.revision,
    ...{ stamp: new Date(changedAt), lastModified: new Date(changedAt), start: new Date(dueAt) },
    summary: printable(`${status === 'done' ? '✓ ' : ''}${task.subject}`),
    description: printable(lines.filter((line) => line !== null).join('\n')),
    url: `${origin}/customers/${encodeURIComponent(customerId)}`,
    status: status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (status === 'open' && remindAt !== null)
    event.createAlarm({
      type: ICalAlarmType.display,
      trigger: new Date(remindAt),
      description: printable(task.subject),
    });
};

/** RFC 5545 allows no control characters but the end of a line, which is escaped. */
const printable = (text: string): string => text.toWellFormed().replace(/(?!\n)\p{Cc}/gu, ' ');
