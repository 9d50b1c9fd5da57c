import { daysIn } from '@annals/analytics';
import { instantIn } from '@annals/http/instants';

/** `recorded`: what was known at a time; `occurred`: what was true. */
export const AXES = ['recorded', 'occurred'] as const;

export const POSITION = /^\d{1,15}$/;

/** Whether a text is a log position, a day or an instant. */
export const isMoment = (text: string): boolean => POSITION.test(text) || instantIn(text, daysIn('UTC')) !== undefined;
