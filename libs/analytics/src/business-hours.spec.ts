import type { BusinessCalendar } from './business-calendar.js';
import { addBusinessMinutes, businessMinutesBetween } from './business-hours.js';

const at = (text: string) => new Date(text);
const week = (weekdays: string, ...hours: readonly string[]): BusinessCalendar['week'] =>
  Object.fromEntries(
    [...weekdays].map((weekday) => [
      weekday,
      hours.map((span) => span.split('-')).map(([from = '', to = '']) => ({ from, to })),
    ]),
  );
const calendar = (timeZone: string, hours: BusinessCalendar['week'], ...holidays: readonly string[]) => ({
  timeZone,
  week: hours,
  holidays,
});

describe('published cases', () => {
  const biz = calendar('UTC', {
    ...week('135', '09:00-17:00'),
    ...week('24', '10:00-16:00'),
    ...week('6', '11:00-14:30'),
  });
  const sla = calendar('UTC', week('1234567', '10:00-18:00'), '2019-03-05');

  it('biz-week (zendesk/biz@dddeea6 spec/): a week has 39.5 hours', () =>
    expect(businessMinutesBetween(biz, at('2006-01-01T00:00Z'), at('2006-01-08T00:00Z'))).toBe(39.5 * 60));

  it('biz-add-90m (zendesk/biz@dddeea6 spec/): 90 minutes from 14:30 end at 16:00', () =>
    expect(addBusinessMinutes(biz, at('2006-01-04T14:30Z'), 90)).toEqual(at('2006-01-04T16:00Z')));

  it.each([
    ['sla-1', '2019-03-04T12:00Z', 2, '2019-03-04T14:00Z'],
    ['sla-2', '2019-03-04T12:00Z', 3, '2019-03-04T15:00Z'],
    ['sla-5', '2019-03-04T07:00Z', 4, '2019-03-04T14:00Z'],
  ])('%s (frappe/erpnext test_issue.py): created %s, %i hours later it is %s', (_, created, hours, due) =>
    expect(addBusinessMinutes(sla, at(created), hours * 60)).toEqual(at(due)),
  );
});

describe('adding business minutes', () => {
  const office = calendar('Asia/Shanghai', week('12345', '13:30-18:00', '09:00-12:00'), '2026-02-17', '2026-02-18');
  const due = (start: string, minutes: number) => addBusinessMinutes(office, at(start), minutes);

  it('counts from the next opening', () =>
    expect(due('2026-01-05T06:00+08:00', 60)).toEqual(at('2026-01-05T10:00+08:00')));
  it('passes over the lunch break', () =>
    expect(due('2026-01-05T11:30+08:00', 60)).toEqual(at('2026-01-05T14:00+08:00')));
  it('ends with the working day rather than at the next opening', () =>
    expect(due('2026-01-05T17:00+08:00', 60)).toEqual(at('2026-01-05T18:00+08:00')));
  it('passes over the weekend', () => expect(due('2026-01-09T17:30+08:00', 60)).toEqual(at('2026-01-12T09:30+08:00')));
  it('passes over holidays', () => expect(due('2026-02-16T17:30+08:00', 60)).toEqual(at('2026-02-19T09:30+08:00')));
  it('adds nothing to an instant at night', () =>
    expect(due('2026-01-05T23:00+08:00', 0)).toEqual(at('2026-01-05T23:00+08:00')));
  it('knows weekdays before 1970', () =>
    expect(due('1969-12-26T17:30+08:00', 60)).toEqual(at('1969-12-29T09:30+08:00')));
  it('has seven and a half hours a day', () =>
    expect(due('2026-01-05T09:00+08:00', 7.5 * 60)).toEqual(at('2026-01-05T18:00+08:00')));
  it('knows decades', () => expect(due('2026-01-05T09:00+08:00', 20 * 260 * 450).getUTCFullYear()).toBe(2045));
  it.each([-1, Number.NaN, Infinity])('refuses %d minutes', (minutes) =>
    expect(() => due('2026-01-05T09:00Z', minutes)).toThrow('is no number of minutes'),
  );
});

describe('business minutes between two instants', () => {
  const night = calendar('Asia/Shanghai', week('12', '18:00-24:00', '00:00-06:00'));
  const between = (start: string, end: string, hours = night) => businessMinutesBetween(hours, at(start), at(end));

  it('span midnight where one day ends and the next begins with hours', () =>
    expect(between('2026-01-05T23:00+08:00', '2026-01-06T01:00+08:00')).toBe(120));
  it('are none outside of the hours', () => expect(between('2026-01-07T00:00Z', '2026-01-11T00:00Z')).toBe(0));
  it('are negative backwards', () => expect(between('2026-01-06T01:00+08:00', '2026-01-05T23:00+08:00')).toBe(-120));
  it('count seconds as parts', () => expect(between('2026-01-05T12:00:00Z', '2026-01-05T12:00:30Z')).toBe(0.5));
  it('count hours once that are named twice', () => {
    const twice = calendar('UTC', week('1', '09:00-12:00', '08:00-13:00', '12:30-14:00'));
    expect(between('2026-01-05T00:00Z', '2026-01-06T00:00Z', twice)).toBe(6 * 60);
  });
});

describe('when the clocks change', () => {
  const always = calendar('Europe/Berlin', week('1234567', '00:00-24:00'));
  const hours = (timeZone: string, span: string, start: string, end: string) =>
    businessMinutesBetween(calendar(timeZone, week('1234567', span)), at(start), at(end)) / 60;
  const inSpring = (span: string) => hours('Europe/Berlin', span, '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00');
  const inAutumn = (span: string) => hours('Europe/Berlin', span, '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00');

  it('a day of spring has 23 hours', () => expect(inSpring('00:00-24:00')).toBe(23));
  it('a day of autumn has 25 hours', () => expect(inAutumn('00:00-24:00')).toBe(25));
  it('an hour that is left out has no minutes', () => expect(inSpring('02:00-03:00')).toBe(0));
  it('hours that begin in it begin after it', () => expect(inSpring('02:30-05:00')).toBe(2));
  it('an hour that comes twice counts twice', () => expect(inAutumn('02:00-03:00')).toBe(2));
  it('office hours keep the time of the wall clock', () => {
    const office = calendar('Europe/Berlin', week('12345', '09:00-17:00'));
    expect(addBusinessMinutes(office, at('2026-03-27T16:00+01:00'), 120)).toEqual(at('2026-03-30T10:00+02:00'));
    expect(addBusinessMinutes(office, at('2026-10-23T16:00+02:00'), 120)).toEqual(at('2026-10-26T10:00+01:00'));
  });
  it('24 hours from a Saturday noon of spring end at one', () =>
    expect(addBusinessMinutes(always, at('2026-03-28T12:00+01:00'), 1440)).toEqual(at('2026-03-29T13:00+02:00')));
  it('a night whose midnight comes twice counts both', () =>
    expect(hours('America/Havana', '00:00-02:00', '2026-10-31T12:00-04:00', '2026-11-01T12:00-05:00')).toBe(3));
  it('a day that a country left out has no hours', () =>
    expect(hours('Pacific/Apia', '09:00-17:00', '2011-12-29T00:00-10:00', '2012-01-01T00:00+14:00')).toBe(16));
});

describe('a calendar', () => {
  const monday = week('1', '09:00-17:00');
  const minutes = (broken: BusinessCalendar) => () => addBusinessMinutes(broken, at('2026-01-05T00:00Z'), 1);

  it('has some hours', () => {
    expect(minutes(calendar('UTC', {}))).toThrow('The calendar has no business hours.');
    expect(() => addBusinessMinutes(calendar('UTC', week('12')), at('2026-01-05T00:00Z'), 0)).toThrow(RangeError);
  });
  it('has a time zone', () =>
    expect(minutes(calendar('Mars/Olympus', monday))).toThrow('Mars/Olympus is no time zone.'));
  it.each(['17:00-09:00', '09:00-09:00', '9-17', '00:00-24:30', '10:75-11:00'])('has no span %s', (span) =>
    expect(minutes(calendar('UTC', week('1', span)))).toThrow('is no span of business hours'),
  );
  it.each(['2026-13-01', 'Christmas', '2026-1-1'])('has no holiday %s', (holiday) =>
    expect(minutes(calendar('UTC', monday, holiday))).toThrow(`${holiday} is no day.`),
  );
  it('ends with the last day of a Date', () =>
    expect(() => addBusinessMinutes(calendar('UTC', monday), new Date(8.64e15 - 86_400_000), 1)).toThrow(
      'The calendar does not reach that far.',
    ));
  it('may be asked for more days than its time zone remembers', () => {
    const always = calendar('Europe/Vienna', week('1234567', '00:00-24:00'));
    const [start, end] = [at('2000-01-01T00:00Z'), at('2040-01-01T00:00Z')];
    expect(businessMinutesBetween(always, start, end)).toBe((end.getTime() - start.getTime()) / 60_000);
  });
});
