import { Popover } from 'antd';
import { day, month } from '../../design/dates.js';
import type { HistoryEntry } from '../../design/event.js';
import { useValueWords } from '../../design/value-words.js';
import { useLanguage } from '../../words/language.js';
import { timeOf, type LifecycleChange } from './data.js';
import { Evidence } from './evidence.js';
import { densityOf, marksOf, segmentsOf, shareOf } from './life.js';
import type { Axis } from './moment.js';
import { useCustomerTexts } from './texts.js';

type Span = { readonly begin: number; readonly end: number };
type Props = Span & {
  readonly events: readonly HistoryEntry[];
  readonly changes: readonly LifecycleChange[];
  readonly axis: Axis;
  readonly at: number;
  readonly compare: string | undefined;
  readonly drag: (to: number) => void;
};

const PARTS = 160;
const DAY = 86_400_000; // ms

const percent = (at: number, { begin, end }: Span) => `${shareOf(at, begin, end) * 100}%`;

/** Density, marks and lifecycle, with the moment as a native range: arrows move a day. */
export const LifeTrack = ({ events, changes, axis, begin, end, at, compare, drag }: Props) => {
  const [t, language, span] = [useCustomerTexts(), useLanguage(), { begin, end }];
  return (
    <>
      <div className="track">
        <Density events={events} axis={axis} {...span} />
        <Ribbon changes={changes} {...span} />
        <span className="future" style={{ left: percent(at, span) }} aria-hidden="true" />
        {compare !== undefined && (
          <span className="head-b" style={{ left: percent(Date.parse(compare), span) }} aria-hidden="true" />
        )}
        <span className="head-a" style={{ left: percent(at, span) }} aria-hidden="true" />
        <input
          type="range"
          aria-label={t('slider')}
          aria-valuetext={day(new Date(at).toISOString(), language)}
          min={begin}
          max={end}
          step={DAY}
          value={at}
          onChange={({ target }) => drag(target.valueAsNumber >= end - DAY ? end : target.valueAsNumber)}
        />
      </div>
      <div className="axis" aria-hidden="true">
        <span style={{ left: 0 }}>{day(new Date(begin).toISOString(), language)}</span>
        {marksOf(begin, end, 5)
          .filter((mark) => shareOf(mark, begin, end) > 0.14 && shareOf(mark, begin, end) < 0.9)
          .map((mark) => (
            <span key={mark} className="opt" style={{ left: percent(mark, span) }}>
              {month(new Date(mark).toISOString(), language)}
            </span>
          ))}
        <span className="nowmark">{t('now')}</span>
      </div>
    </>
  );
};

const outcomeOf = ({ data }: HistoryEntry) => (data as { readonly outcome?: string }).outcome;

const MARKS: Readonly<Record<string, (event: HistoryEntry) => string>> = {
  DealClosed: (event) => (outcomeOf(event) === 'won' ? 'won' : 'lost'),
  ComplaintFiled: () => 'comp',
};

const Density = ({ events, axis, ...span }: Span & Pick<Props, 'events' | 'axis'>) => {
  const counts = densityOf(
    events.map((event) => Date.parse(timeOf(event, axis))),
    span.begin,
    span.end,
    PARTS,
  );
  const most = Math.max(1, ...counts);
  return (
    <>
      <span className="bars" aria-hidden="true">
        {counts.map((count, part) => (
          <i key={part} style={{ height: `${(count / most) * 70}%`, visibility: count === 0 ? 'hidden' : 'visible' }} />
        ))}
      </span>
      <span className="marks" aria-hidden="true">
        {events.flatMap((event) => {
          const kind = MARKS[event.type]?.(event);
          return kind
            ? [<b key={event.id} className={kind} style={{ left: percent(Date.parse(timeOf(event, axis)), span) }} />]
            : [];
        })}
      </span>
    </>
  );
};

const PLACE: Readonly<Record<string, string>> = {
  initial: 's1',
  developing: 's2',
  mature: 's3',
  declining: 's4',
  lost: 's5',
};

const Ribbon = ({ changes, begin, end }: Span & Pick<Props, 'changes'>) => {
  const [t, word] = [useCustomerTexts(), useValueWords()];
  const segments = segmentsOf(changes, begin, end);
  const widthOf = ({ from, to }: { readonly from: number; readonly to: number }) =>
    (to - from) / Math.max(1, end - begin);
  // Too narrow for a finger on a phone: the next wider one tells its evidence, too.
  const isNarrow = (segment: { readonly from: number; readonly to: number }) => widthOf(segment) < 0.08;
  return (
    <div className="ribbon" role="group" aria-label={t('life')}>
      {segments.map(({ state, from, to, index }, place) => {
        const name = word('LifecycleState', state);
        const style = {
          zIndex: 5 + segments.length - place,
          left: percent(from, { begin, end }),
          width: `${(widthOf({ from, to }) * 100).toFixed(3)}%`,
        };
        if (isNarrow({ from, to })) return <i key={from} className={PLACE[state]} title={name} style={style} />;
        const brief = segments
          .slice(0, place)
          .filter((each, at) => isNarrow(each) && !segments.slice(at, place).some((other) => !isNarrow(other)));
        return (
          <Popover
            key={from}
            trigger="click"
            title={t('evidence', { state: name })}
            content={[...brief.map((each) => each.index), index].map((each) => (
              <Evidence key={each} change={changes[each]!} />
            ))}
          >
            <button type="button" className={PLACE[state]} title={name} style={style}>
              <span>{name}</span>
            </button>
          </Popover>
        );
      })}
    </div>
  );
};
