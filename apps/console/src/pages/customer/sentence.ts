import type { HistoryEntry } from '../../design/event.js';
import { money, number } from '../../design/format.js';
import type { Language } from '../../words/language.js';

/** The fields of an event that say in words what it is about, the best first. */
const TOPICS = ['summary', 'title', 'subject', 'description', 'comment', 'resolution', 'name', 'number', 'product'];
const LONGEST = 120; // characters

type Data = Readonly<Record<string, unknown>>;

const topicIn = (data: Data): string | undefined => {
  const found = TOPICS.map((name) => data[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? shortened(found) : undefined;
};

const shortened = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

type Value = { readonly amount?: unknown; readonly currency?: unknown };

const amountIn = (data: Data, language: Language): string | undefined => {
  const { amount, currency } = ((data['amount'] ?? data['value']) as Value | null | undefined) ?? {};
  return typeof amount === 'string' && typeof currency === 'string' ? money({ amount, currency }, language) : undefined;
};

const quantityIn = ({ quantity, unit }: Data, language: Language): string | undefined =>
  typeof quantity === 'string' && typeof unit === 'string' ? `${number(quantity, language)} ${unit}` : undefined;

const changedIn = ({ changes }: HistoryEntry): string | undefined =>
  changes.length === 0
    ? undefined
    : shortened(
        changes
          .map(({ after }) => (typeof after === 'string' ? after : ''))
          .filter((text) => text !== '')
          .join(', '),
      );

/** What an event says in one line: what it is called, and what it is about. */
export const sentenceOf = (called: string, event: HistoryEntry, language: Language): string => {
  const data = event.data as Data;
  const about = topicIn(data) ?? amountIn(data, language) ?? quantityIn(data, language) ?? changedIn(event);
  return about ? `${called}${language === 'zh' ? '：' : ': '}${about}` : called;
};

/** Red for complaints and what was lost, green for what was won. */
export const toneOf = ({ type, data }: HistoryEntry): 'good' | 'bad' | undefined => {
  if (type === 'DealClosed') return (data as Data)['outcome'] === 'won' ? 'good' : undefined;
  return ['ComplaintFiled', 'ComplaintBecameOverdue', 'CustomerLost'].includes(type) ? 'bad' : undefined;
};

/** An entry of a list by what it is called; other values as they are. */
export const briefly = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (topicIn(value as Data) ?? value) : value;
