import { isAway, isOfOthers, NoAnswer } from './failures.js';
import type { GatewayStatus } from './gateway-options.js';
import type { RelayStatus } from './relay.js';
import { TopicAheadOfLog, TopicOfAnotherLog } from './relayed.js';

/** Why messages stand still. */
export type MessageTrouble = {
  readonly state: 'KafkaAway' | 'TopicNotOfLog' | 'MessagesStandStill';
  readonly kind: string;
  /** A sentence. */
  readonly meaning: string;
};

type Trouble = Pick<RelayStatus, 'trouble' | 'kind'>;

/** `undefined` while messages move, and while only the log or the views do not answer. */
export const messageTrouble = (
  relay: Trouble,
  gateway: Pick<GatewayStatus, 'trouble' | 'kind' | 'waiting'>,
): MessageTrouble | undefined => stateOf(relay) ?? waitingIn(gateway) ?? stateOf(gateway);

const stateOf = ({ trouble, kind }: Trouble): MessageTrouble | undefined => {
  if (trouble === null) return undefined;
  if (kind === null) return { state: 'KafkaAway', kind: NoAnswer.name, meaning: trouble };
  if (isOfOthers(kind)) return undefined;
  if (FOREIGN.has(kind)) return { state: 'TopicNotOfLog', kind, meaning: trouble };
  return { state: isAway(kind) ? 'KafkaAway' : 'MessagesStandStill', kind, meaning: trouble };
};

const waitingIn = ({ waiting: [first] }: Pick<GatewayStatus, 'waiting'>): MessageTrouble | undefined => {
  if (!first) return undefined;
  const { topic, partition, offset, trouble } = first;
  const meaning = `partition ${partition} of ${topic} waits at offset ${offset}: ${trouble}`;
  return { state: 'MessagesStandStill', kind: 'MessageFails', meaning };
};

const FOREIGN: ReadonlySet<string> = new Set([TopicAheadOfLog.name, TopicOfAnotherLog.name]);
