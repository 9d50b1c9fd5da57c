import { useEffect, useState } from 'react';
import './life.css';
import { day, instant } from '../../design/dates.js';
import type { HistoryEntry } from '../../design/event.js';
import { number } from '../../design/format.js';
import { Icon } from '../../design/icon.js';
import { useShortcuts } from '../../design/keys.js';
import { useNow } from '../../design/moment.js';
import { useLanguage } from '../../words/language.js';
import { timeOf, type LifecycleChange } from './data.js';
import { neighbour } from './life.js';
import { LifeTrack } from './life-track.js';
import type { Moment } from './moment.js';
import { useCustomerTexts } from './texts.js';

const STEP = 350; // ms, in which play goes to the next event

type Props = {
  readonly events: readonly HistoryEntry[];
  readonly changes: readonly LifecycleChange[];
  readonly moment: Moment;
};

/** One time axis: how much happened, the lifecycle, and the moment that is shown. */
export const LifeBar = ({ events, changes, moment }: Props) => {
  const { asOf, axis, go } = moment;
  const now = useNow().getTime();
  const moments = events.map((event) => Date.parse(timeOf(event, axis)));
  const begin = Math.min(now, ...moments);
  const at = asOf === undefined ? now : Date.parse(asOf.length === 10 ? `${asOf}T23:59:59` : asOf);
  const step = (direction: 1 | -1) => {
    const next = neighbour(moments, at, direction);
    go(next === undefined && direction === 1 ? undefined : next === undefined ? asOf : new Date(next).toISOString());
    return next !== undefined;
  };
  const [isPlaying, play] = usePlaying(() => step(1), asOf);
  useShortcuts([
    { key: ',', does: { en: 'Previous event', zh: '上一事件' }, run: () => void step(-1) },
    { key: '.', does: { en: 'Next event', zh: '下一事件' }, run: () => void step(1) },
    { key: ' ', does: { en: 'Play or pause', zh: '播放或暂停' }, run: () => play(!isPlaying) },
    { key: 'n', does: { en: 'Back to now', zh: '回到现在' }, run: () => go(undefined) },
  ]);
  const drag = (to: number) => go(to >= now ? undefined : new Date(to).toISOString());
  return (
    <div className="life">
      <div className="ctl">
        <Said {...{ events, moment, begin, at }} />
        <Steps step={step} isPlaying={isPlaying} play={() => play(!isPlaying)} />
        <AxisChoice moment={moment} />
        <CompareButton moment={moment} begin={begin} />
      </div>
      <LifeTrack {...{ events, changes, axis, begin, end: now, at, drag }} compare={moment.compare} />
    </div>
  );
};

/** Play goes from event to event until the last one. */
const usePlaying = (step: () => boolean, asOf: string | undefined) => {
  const [isPlaying, play] = useState(false);
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setTimeout(() => play(step()), STEP);
    return () => clearTimeout(timer);
  }, [isPlaying, asOf]);
  return [isPlaying, play] as const;
};

type SaidProps = {
  readonly events: readonly HistoryEntry[];
  readonly moment: Moment;
  readonly begin: number;
  readonly at: number;
};

/** The moment in words, how many events count then, and how many were learnt later. */
const Said = ({ events, moment: { asOf, axis }, begin, at }: SaidProps) => {
  const [t, language] = [useCustomerTexts(), useLanguage()];
  const counted = events.filter((event) => Date.parse(timeOf(event, axis)) <= at);
  const late = counted.filter(({ recordedAt }) => Date.parse(recordedAt) > at).length;
  const moment = instant(new Date(at).toISOString(), language);
  return (
    <p className="moment">
      <b>{asOf === undefined ? `${t('now')} · ${moment}` : t('asOf', { moment })}</b>
      <span className="small muted">
        {t('events', { count: counted.length, day: day(new Date(begin).toISOString(), language) })}
        {late > 0 && asOf !== undefined && ` · ${t('later', { count: number(late, language) })}`}
      </span>
    </p>
  );
};

type StepsProps = {
  readonly step: (direction: 1 | -1) => void;
  readonly isPlaying: boolean;
  readonly play: () => void;
};

const Steps = ({ step, isPlaying, play }: StepsProps) => {
  const t = useCustomerTexts();
  return (
    <>
      <button type="button" className="btn plain" aria-label={t('previous')} onClick={() => step(-1)}>
        <Icon name="prev" />
      </button>
      <button type="button" className="btn plain" aria-label={t(isPlaying ? 'pause' : 'play')} onClick={play}>
        <Icon name={isPlaying ? 'pause' : 'play'} /> <span className="hide-s">{t(isPlaying ? 'pause' : 'play')}</span>
      </button>
      <button type="button" className="btn plain" aria-label={t('next')} onClick={() => step(1)}>
        <Icon name="next" />
      </button>
    </>
  );
};

const AxisChoice = ({ moment: { axis, turn } }: { readonly moment: Moment }) => {
  const t = useCustomerTexts();
  return (
    <div className="seg mini" role="group" aria-label={t('axis')}>
      <button type="button" aria-pressed={axis === 'recorded'} onClick={() => turn('recorded')}>
        {t('known')}
      </button>
      <button type="button" aria-pressed={axis === 'occurred'} onClick={() => turn('occurred')}>
        {t('true')}
      </button>
    </div>
  );
};

const CompareButton = ({
  moment: { compare, compareWith },
  begin,
}: {
  readonly moment: Moment;
  readonly begin: number;
}) => {
  const t = useCustomerTexts();
  const half = new Date((begin + Date.now()) / 2).toISOString();
  return (
    <button
      type="button"
      className="btn"
      aria-label={t(compare === undefined ? 'compare' : 'closeCompare')}
      aria-pressed={compare !== undefined}
      onClick={() => compareWith(compare === undefined ? half : undefined)}
    >
      <Icon name="split" /> <span className="hide-s">{t(compare === undefined ? 'compare' : 'closeCompare')}</span>
    </button>
  );
};
