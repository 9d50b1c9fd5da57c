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

/** `undefined` while messages move. */
export const messageTrouble = (
  relay: Pick<RelayStatus, 'trouble' | 'kind'>,
  gateway: Pick<GatewayStatus, 'trouble' | 'waiting'>,
): MessageTrouble | undefined => {
  if (relay.trouble !== null) {
    const kind = relay.kind ?? 'NoAnswer';
    return { state: FOREIGN.has(kind) ? 'TopicNotOfLog' : 'KafkaAway', kind, meaning: relay.trouble };
  }
  const [first] = gateway.waiting;
  if (first) {
    const { topic, partition, offset, trouble } = first;
    const meaning = `partition ${partition} of ${topic} waits at offset ${offset}: ${trouble}`;
    return { state: 'MessagesStandStill', kind: 'MessageFails', meaning };
  }
  return gateway.trouble === null ? undefined : { state: 'KafkaAway', kind: 'NoAnswer', meaning: gateway.trouble };
};

const FOREIGN: ReadonlySet<string> = new Set([TopicAheadOfLog.name, TopicOfAnotherLog.name]);
