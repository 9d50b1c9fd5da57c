import { useState } from 'react';
import { day } from '../../design/dates.js';
import type { HistoryEntry } from '../../design/event.js';
import { EVENT_KINDS, kindOfEvent, useEventWord, type EventKind } from '../../design/event-words.js';
import { Section } from '../../design/section.js';
import { Timeline, type TimelineItem } from '../../design/timeline.js';
import { useAddress } from '../../design/use-address.js';
import { useNames } from '../../design/use-names.js';
import { withParam } from '../../design/with-param.js';
import { useLanguage, useWords } from '../../words/language.js';
import { timeOf, type CustomerView } from './data.js';
import { isOf, mergedCustomer } from './merged-events.js';
import type { Moment } from './moment.js';
import { Opened } from './opened.js';
import { sentenceOf, toneOf } from './sentence.js';
import { useCustomerTexts } from './texts.js';
import { useArrivals } from './use-arrivals.js';

const AT_FIRST = 16;
const MORE = 50;

type Props = {
  readonly customer: CustomerView;
  readonly events: readonly HistoryEntry[];
  readonly moment: Moment;
};

/** What happened, by kind and month; each event can be opened. */
export const Story = ({ customer, events, moment }: Props) => {
  const [t, params, set] = [useCustomerTexts(), ...useAddress()];
  const [count, show] = useState(AT_FIRST);
  const kind = params.get('kind');
  const change = (name: string, value: string | undefined) => set((before) => withParam(before, name, value));
  const arrivals = useArrivals(events);
  const known = knownThen(arrivals.shown, customer, moment);
  const shown = known.filter(({ type }) => kind === null || kindOfEvent(type) === kind);
  const items = useItems(shown, moment, mergedCustomer(events, customer.customerId)).map((item) => ({
    ...item,
    isNew: arrivals.isNew(item.id),
  }));
  return (
    <Section title={t('timeline')} aside={arrivals.count > 0 && t('arrived', { count: arrivals.count })}>
      <Kinds events={known} kind={kind} choose={(next) => change('kind', next)} />
      {items.length === 0 && <p className="muted">{t('noEvents')}</p>}
      <div ref={arrivals.element}>
        <Timeline
          items={items.slice(0, count)}
          open={params.get('event') ?? undefined}
          onOpen={(id) => change('event', id)}
          detail={(id) => <Opened id={id} events={events} moment={moment} open={(next) => change('event', next)} />}
        />
      </div>
      {items.length > count && (
        <button type="button" className="btn" onClick={() => show(count + MORE)}>
          {t('showMore', { count: Math.min(MORE, items.length - count) })}
        </button>
      )}
    </Section>
  );
};

/** The events of the customer until the moment; now all of them. */
const knownThen = (events: Props['events'], customer: CustomerView, { asOf, axis }: Moment) => {
  if (asOf === undefined) return events;
  const until = Date.parse(asOf);
  return events.filter((event) => isOf(event, customer) && Date.parse(timeOf(event, axis)) <= until);
};

type KindsProps = Pick<Props, 'events'> & {
  readonly kind: string | null;
  readonly choose: (kind: string | undefined) => void;
};

const Kinds = ({ events, kind, choose }: KindsProps) => {
  const [t, word] = [useCustomerTexts(), useWords()];
  const counts = Map.groupBy(events, ({ type }) => kindOfEvent(type));
  return (
    <div className="tl-tools chips scroll">
      <button type="button" className="chip" aria-pressed={kind === null} onClick={() => choose(undefined)}>
        {t('all')} <span className="c">{events.length}</span>
      </button>
      {(Object.keys(EVENT_KINDS) as EventKind[])
        .filter((each) => counts.has(each))
        .map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={kind === each}
            onClick={() => choose(kind === each ? undefined : each)}
          >
            {word(EVENT_KINDS[each])} <span className="c">{counts.get(each)!.length}</span>
          </button>
        ))}
    </div>
  );
};

const LATE = 86_400_000; // ms after which an event counts as learnt later

const useItems = (
  events: readonly HistoryEntry[],
  { axis, asOf }: Moment,
  merged: (event: HistoryEntry) => string | undefined,
): readonly TimelineItem[] => {
  const [word, nameOf, language, t] = [useEventWord(), useNames(), useLanguage(), useCustomerTexts()];
  return events
    .map((event) => ({
      ...{
        id: event.id,
        at: timeOf(event, axis),
        icon: EVENT_KINDS[kindOfEvent(event.type)].icon,
        tone: toneOf(event),
      },
      text: sentenceOf(word(event.type), event, language),
      aside: (
        <>
          {nameOf(event.actor)} <MergedName name={merged(event)} />{' '}
          {axis === 'occurred' && asOf !== undefined && isLate(event) && (
            <span className="late">{t('learnt', { day: day(event.recordedAt, language, true) })}</span>
          )}
        </>
      ),
    }))
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
};

const MergedName = ({ name }: { readonly name: string | undefined }) => {
  const t = useCustomerTexts();
  return name === undefined ? null : <>· {t('recordedFor', { name })}</>;
};

const isLate = ({ recordedAt, occurredAt }: HistoryEntry) => Date.parse(recordedAt) - Date.parse(occurredAt) > LATE;
