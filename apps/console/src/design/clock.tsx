import { useLanguage, type Language } from '../words/language.js';
import { texts } from '../words/texts.js';
import { instant, span } from './dates.js';
import { Icon } from './icon.js';
import { useNow } from './moment.js';

const useTexts = texts({
  overdue: ['Overdue by {{time}}', '已超期 {{time}}'],
  left: ['{{time}} left', '剩余 {{time}}'],
  paused: ['Paused for {{time}}', '已暂停 {{time}}'],
  due: ['Due {{at}}', '期限 {{at}}'],
});

type Props = {
  readonly dueAt: string;
  /** Since when the time is up; `null` while it is not. */
  readonly overdueSince: string | null;
  /** Since when the clock stands; `null` while it runs. */
  readonly pausedSince: string | null;
};

const HOUR = 3_600_000; // ms
const NEAR = 4 * HOUR;

/** How much time is left, or by how much it is over; with the exact due time on hover. */
export const Clock = (props: Props) => {
  const [t, language, now] = [useTexts(), useLanguage(), useNow()];
  const { key, time, tone } = readingOf(props, now, language);
  return (
    <span className={`clock ${tone}`} title={t('due', { at: instant(props.dueAt, language) })}>
      <Icon name={key === 'paused' ? 'pause' : 'clock'} small />
      {t(key, { time })}
    </span>
  );
};

const readingOf = ({ dueAt, overdueSince, pausedSince }: Props, now: Date, language: Language) => {
  const end = overdueSince ?? dueAt;
  const isOver = overdueSince !== null || Date.parse(dueAt) <= now.getTime();
  if (pausedSince !== null && overdueSince === null)
    return { key: 'paused', time: span(pausedSince, now, language), tone: 'muted' } as const;
  if (isOver) return { key: 'overdue', time: span(end, now, language), tone: 'bad' } as const;
  const isNear = Date.parse(dueAt) - now.getTime() < NEAR;
  return { key: 'left', time: span(dueAt, now, language), tone: isNear ? 'strong' : '' } as const;
};
