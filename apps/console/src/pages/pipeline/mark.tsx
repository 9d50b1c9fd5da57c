import { day } from '../../design/dates.js';
import { Icon } from '../../design/icon.js';
import { useNow } from '../../design/moment.js';
import { useLanguage } from '../../words/language.js';
import { daysBetween, isStalled, type Deal } from './deal.js';
import { usePipelineTexts } from './texts.js';

type Props = {
  readonly deal: Deal;
  /** Days at its step after which a deal counts as stalled; `undefined` while they are read. */
  readonly stalledAfter: number | undefined;
};

/** What is wrong with an open deal: it does not move on, or should have been closed by now. */
const markOf = ({ deal, stalledAfter }: Props, now: Date) => {
  const { status, stepSince, expectedCloseDate } = deal;
  if (isStalled(deal, stalledAfter, now))
    return {
      icon: 'clock',
      text: 'stalled',
      since: stepSince,
      why: 'since',
      count: daysBetween(stepSince, now),
    } as const;
  if (status !== 'open' || expectedCloseDate === null) return undefined;
  const count = daysBetween(`${expectedCloseDate}T00:00:00`, now);
  return count > 0
    ? ({ icon: 'alert', text: 'late', since: expectedCloseDate, why: 'expected', count } as const)
    : undefined;
};

/** What is wrong with an open deal, if anything is. */
export const Mark = (props: Props) => {
  const [t, now, language] = [usePipelineTexts(), useNow(), useLanguage()];
  const mark = markOf(props, now);
  return mark ? (
    <span className="stall" title={t(mark.why, { day: day(mark.since, language) })}>
      <Icon name={mark.icon} small />
      {t(mark.text, { days: t('days', { count: mark.count }) })}
    </span>
  ) : null;
};

/** How long a deal has been at its step, unless it is marked. */
export const Age = (props: Props) => {
  const [t, now] = [usePipelineTexts(), useNow()];
  if (markOf(props, now)) return null;
  const days = t('days', { count: daysBetween(props.deal.stepSince, now) });
  return <span title={t('inStep', { days })}>{days}</span>;
};
