import { Rejection } from '@annals/event-sourcing';
import type { DecidedLog, Given } from './decided-log.js';

/**
 * Whether a command is decided otherwise at a moment if it says the day of it instead of the moment, although its rules do not
 * ask for the hour; refusals aside.
 */
export const isHourly = ({ aggregate, command }: Given, log: DecidedLog, at: Date): boolean => {
  const outcomeAt = (occurredAt: string) => log.outcomeOf({ aggregate, command: dated(command, occurredAt) }, at);
  const [moment, day] = [outcomeAt(at.toISOString()), outcomeAt(at.toISOString().slice(0, 10))];
  if (aggregate.asksForHour || moment instanceof Rejection || day instanceof Rejection) return false;
  return JSON.stringify(moment) !== JSON.stringify(day);
};

const dated = <C extends object>(command: C, occurredAt: string): C =>
  Object.assign(Object.create(Object.getPrototypeOf(command) as object) as C, command, { occurredAt });
