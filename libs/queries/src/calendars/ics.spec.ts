import fc from 'fast-check';
import { calendarOf, type CalendarTask } from './ics.js';

const task: CalendarTask = {
  ...{ taskId: 't-1', customerId: 'c/1', customerName: '海澜水泵', kind: 'call', subject: '回电', status: 'open' },
  ...{ dueAt: '2026-01-03T12:00:00.000Z', remindAt: '2026-01-03T11:00:00.000Z' },
  ...{ changedAt: '2026-01-01T00:00:00.000Z', result: null, revision: 2 },
};
const told = { language: 'zh', origin: 'https://crm.example.com' } as const;

const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const shown = (changes: Partial<CalendarTask>) => linesOf(calendarOf([{ ...task, ...changes }], told));

it('shows a task with its customer, its reminder, and which version it is', () => {
  expect(shown({})).toEqual([
    ...[
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Annals//Tasks//ZH',
      'NAME:Annals: 任务',
      'X-WR-CALNAME:Annals: 任务',
    ],
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H', 'BEGIN:VEVENT', 'UID:task-t-1@annals'],
    ...['SEQUENCE:2', 'DTSTAMP:20260101T000000Z', 'DTSTART:20260103T120000Z', 'SUMMARY:回电'],
    ...['DESCRIPTION:致电\\n海澜水泵', 'BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER;VALUE=DATE-TIME:20260103T110000Z'],
    ...['DESCRIPTION:回电', 'END:VALARM', 'URL;VALUE=URI:https://crm.example.com/customers/c%2F1', 'STATUS:CONFIRMED'],
    ...['LAST-MODIFIED:20260101T000000Z', 'END:VEVENT', 'END:VCALENDAR', ''],
  ]);
});

it('cancels a task that was cancelled, and reminds of no task that has ended', () => {
  const cancelled = shown({ status: 'cancelled' });
  expect(cancelled).toContain('STATUS:CANCELLED');
  expect(cancelled).not.toContain('BEGIN:VALARM');
  const done = shown({ status: 'done', result: 'Ordered' });
  expect(done).toEqual(expect.arrayContaining(['SUMMARY:✓ 回电', 'DESCRIPTION:致电\\n海澜水泵\\nOrdered']));
  expect(done).not.toContain('BEGIN:VALARM');
  expect(shown({ remindAt: null })).not.toContain('BEGIN:VALARM');
});

it('escapes what has a meaning in a calendar', () =>
  expect(shown({ subject: 'a,b;c\\d\ne\u0007f', customerName: null })).toEqual(
    expect.arrayContaining(['SUMMARY:a\\,b\\;c\\\\d\\ne f', 'DESCRIPTION:致电']),
  ));

it('has no line over 75 octets, no character cut in two, and no line that a text could add', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 200 });
  fc.assert(
    fc.property(anyText, anyText, (subject, customerName) => {
      const text = calendarOf([{ ...task, subject, customerName }], told);
      for (const line of text.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line.isWellFormed()).toBe(true);
        expect(line).not.toMatch(/\p{Cc}/u);
      }
      expect(linesOf(text)).toHaveLength(25);
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    }),
  );
});
