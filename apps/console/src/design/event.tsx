import type { ReactNode } from 'react';
import type { components } from '../generated/api.js';
import { useLanguage, type Language } from '../words/language.js';
import { texts } from '../words/texts.js';
import { instant } from './dates.js';
import { useEventWord } from './event-words.js';
import { number } from './format.js';
import { useNames } from './use-names.js';

/** An event with everything that is known of it. */
export type HistoryEntry = components['schemas']['HistoryEntry'];

const useTexts = texts({
  who: ['Who', '操作人'],
  what: ['What', '内容'],
  why: ['Why', '原因'],
  cause: ['Caused by', '起因'],
  happened: ['Happened', '发生时间'],
  recorded: ['Recorded', '记录时间'],
  position: ['Position', '位置'],
  decided: ['Decided on', '判定依据'],
  nothing: ['nothing', '无'],
  until: ['{{event}}, position {{position}}', '{{event}}，位置 {{position}}'],
});

const shown = (value: unknown, language: Language): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT/.test(value) ? instant(value, language) : value;
  if (typeof value === 'number') return number(value, language);
  if (Array.isArray(value)) return value.map((each) => shown(each, language)).join(', ');
  return typeof value === 'object'
    ? Object.values(value)
        .map((each) => shown(each, language))
        .join(' · ')
    : JSON.stringify(value);
};

/** What stood there, and what stands there now. */
export const BeforeAfter = ({ before, after }: { readonly before: unknown; readonly after: unknown }) => {
  const [t, language] = [useTexts(), useLanguage()];
  const [was, is] = [shown(before, language), shown(after, language)];
  return (
    <span className="ba">
      {was !== '' && <del>{was}</del>}
      {was !== '' && <span aria-hidden="true">→</span>}
      <ins>{is === '' ? t('nothing') : is}</ins>
    </span>
  );
};

/** A value of any kind as a text. */
export const AnyValue = ({ value }: { readonly value: unknown }) => <>{shown(value, useLanguage())}</>;

type Props = {
  readonly entry: HistoryEntry;
  /** What a field of its data is called. */
  readonly labelOf?: (field: string) => string;
  /** The event that caused it, if it is known here. */
  readonly cause?: ReactNode;
  readonly actions?: ReactNode;
};

const SKIPPED = /Id$|^(customerId|persons|id)$/;

/** An event, opened: who, what before and after, why, caused by, when, position, decided on. */
export const EventDetail = ({ entry, labelOf = (field) => field, cause, actions }: Props) => {
  const [t, language, nameOf, word] = [useTexts(), useLanguage(), useNames(), useEventWord()];
  const data = Object.entries(entry.data as Readonly<Record<string, unknown>>).filter(
    ([name, value]) => !SKIPPED.test(name) && value !== null && name !== 'changes',
  );
  const looked = entry.decidedOn.flatMap(({ seen }) =>
    seen ? [t('until', { event: word(seen.type), position: number(seen.position, language) })] : [],
  );
  return (
    <>
      <dl>
        <Line label={t('who')}>{nameOf(entry.actor)}</Line>
        {entry.changes.map(({ field, before, after }) => (
          <Line key={field} label={labelOf(field)}>
            <BeforeAfter before={before} after={after} />
          </Line>
        ))}
        {entry.changes.length === 0 &&
          data.map(([name, value]) => (
            <Line key={name} label={labelOf(name)}>
              {shown(value, language)}
            </Line>
          ))}
        {entry.reason && <Line label={t('why')}>{entry.reason}</Line>}
        {cause && <Line label={t('cause')}>{cause}</Line>}
        <Line label={t('happened')}>{instant(entry.occurredAt, language)}</Line>
        <Line label={t('recorded')}>{instant(entry.recordedAt, language)}</Line>
        <Line label={t('position')}>
          {number(entry.position, language)} <span className="faint">{entry.type}</span>
        </Line>
        {looked.length > 0 && <Line label={t('decided')}>{looked.join(language === 'zh' ? '；' : '; ')}</Line>}
      </dl>
      {actions && <div className="acts">{actions}</div>}
    </>
  );
};

const Line = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);
