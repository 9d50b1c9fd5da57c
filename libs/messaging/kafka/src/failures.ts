import { EngineFault, engineFaultIn } from '@annals/event-sourcing';

/** Kafka has not answered in time. */
export class NoAnswer extends Error {}

/** Of errors of the client, those that say that it did not get an answer, or none that it may use. */
const AWAY: ReadonlySet<string> = new Set([
  NoAnswer.name,
  'KafkaJSConnectionError',
  'KafkaJSConnectionClosedError',
  'KafkaJSRequestTimeoutError',
  'KafkaJSBrokerNotFound',
  'KafkaJSNoBrokerAvailableError',
  'KafkaJSSASLAuthenticationError',
]);

/** The class of an error: that for which the client has given up, or `EngineFault` if the log or the views do not answer. */
export const kindOf = (error: unknown): string => {
  if (engineFaultIn(error)) return EngineFault.name;
  if (!(error instanceof Error)) return typeof error;
  const hasGivenUp = error.name === 'KafkaJSNumberOfRetriesExceeded' && error.cause !== undefined;
  return hasGivenUp ? kindOf(error.cause) : error.constructor.name;
};

/** Whether Kafka does not answer, while other errors are answers of it or do not come from it. */
export const isAway = (kind: string): boolean => AWAY.has(kind);

/** Whether another engine fails, which is reported as such. */
export const isOfOthers = (kind: string): boolean => kind === EngineFault.name;
