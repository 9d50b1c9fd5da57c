import { useSyncExternalStore } from 'react';
import { useLanguage } from '../words/language.js';
import { instant, relative } from './dates.js';
import { money, type Money } from './format.js';

const MINUTE = 60_000;
let current = new Date();

const everyMinute = (changed: () => void) => {
  const timer = setInterval(() => {
    current = new Date();
    changed();
  }, MINUTE);
  return () => clearInterval(timer);
};

/** The time, to the minute. */
export const useNow = (): Date => useSyncExternalStore(everyMinute, () => current);

/** How far a moment is from now, with the exact instant on hover. */
export const Moment = ({ at }: { readonly at: string }) => {
  const [now, language] = [useNow(), useLanguage()];
  return (
    <time dateTime={at} title={instant(at, language)} className="nowrap">
      {relative(at, now, language)}
    </time>
  );
};

/** An exact amount with its currency. */
export const Amount = ({ value }: { readonly value: Money }) => (
  <span className="nowrap">{money(value, useLanguage())}</span>
);
