import { tagOf, type Language } from '../words/language.js';
import { kept, number } from './format.js';

/** `3 May 2025` and `2025 年 5 月 3 日`; a day without a time stays the same day everywhere. */
export const day = (value: string, language: Language, narrow = false): string => {
  const date = new Date(value.length === 10 ? `${value}T00:00:00` : value);
  const [year, month, dayOfMonth] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  if (language === 'zh') return narrow ? `${month}月${dayOfMonth}日` : `${year} 年 ${month} 月 ${dayOfMonth} 日`;
  const options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'short',
    ...(narrow ? {} : { year: 'numeric' }),
  };
  return kept(`day ${narrow}`, () => new Intl.DateTimeFormat('en-GB', options)).format(date);
};

/** `14:20`, in the zone of the user. */
export const time = (value: string): string =>
  kept('time', () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })).format(
    new Date(value),
  );

/** `3 May 2025, 14:20` and `2025 年 5 月 3 日 14:20`, in the zone of the user. */
export const instant = (value: string, language: Language): string =>
  `${day(value, language)}${language === 'zh' ? ' ' : ', '}${time(value)}`;

/** The heading of a month: `May 2025`, `2025 年 5 月`. */
export const month = (value: string, language: Language): string => {
  const date = new Date(value);
  if (language === 'zh') return `${date.getFullYear()} 年 ${date.getMonth() + 1} 月`;
  return kept('month', () => new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric' })).format(date);
};

const [MINUTE, HOUR, DAY, YEAR] = [60_000, 3_600_000, 86_400_000, 365.25 * 86_400_000];

/** `4 h ago`, `in 3 days`, `刚刚`: how far a moment is from `now`. */
export const relative = (value: string, now: Date, language: Language): string => {
  const between = new Date(value).getTime() - now.getTime();
  if (Math.abs(between) < MINUTE) return language === 'zh' ? '刚刚' : 'just now';
  const words = span(value, now, language);
  if (language === 'zh') return `${words}${between < 0 ? '前' : '后'}`;
  return between < 0 ? `${words} ago` : `in ${words}`;
};

/** `4 h`, `3 days`, `3 天`: the time between a moment and `now`. */
export const span = (value: string, now: Date, language: Language): string => {
  const [count, unit] = amountOf(Math.abs(new Date(value).getTime() - now.getTime()));
  return language === 'zh' ? `${count} ${UNIT[unit][1]}` : inEnglish(count, unit);
};

/** What a day is called: `Thursday, 20 November`, `11 月 20 日，星期四`. */
export const weekday = (now: Date, language: Language): string => {
  const name = kept(`weekday ${language}`, () => new Intl.DateTimeFormat(tagOf(language), { weekday: 'long' }));
  if (language === 'zh') return `${now.getMonth() + 1} 月 ${now.getDate()} 日，${name.format(now)}`;
  const date = kept('date', () => new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }));
  return `${name.format(now)}, ${date.format(now)}`;
};

type UnitOfTime = 'minute' | 'hour' | 'day' | 'year';
const UNIT: Readonly<Record<UnitOfTime, readonly [string, string]>> = {
  minute: ['min', '分钟'],
  hour: ['h', '小时'],
  day: ['day', '天'],
  year: ['year', '年'],
};

const amountOf = (distance: number): readonly [number, UnitOfTime] => {
  if (distance < HOUR) return [Math.floor(distance / MINUTE), 'minute'];
  if (distance < DAY) return [Math.floor(distance / HOUR), 'hour'];
  return distance < 2 * YEAR ? [Math.floor(distance / DAY), 'day'] : [Math.floor(distance / YEAR), 'year'];
};

const inEnglish = (count: number, unit: UnitOfTime) =>
  `${number(count, 'en')} ${UNIT[unit][0]}${['day', 'year'].includes(unit) && count !== 1 ? 's' : ''}`;
