import type { components } from '../generated/api.js';
import events from '../generated/events.json';
import { useLanguage, type Words } from '../words/language.js';
import type { IconName } from './icon.js';

type EventType = components['schemas']['HistoryType'];

/** What an event is about. */
export type EventKind =
  | 'contact'
  | 'lead'
  | 'deal'
  | 'product'
  | 'task'
  | 'complaint'
  | 'attachment'
  | 'data'
  | 'finance'
  | 'logistics'
  | 'lifecycle'
  | 'organisation';

export const EVENT_KINDS: Readonly<Record<EventKind, Words & { readonly icon: IconName; readonly of: RegExp }>> = {
  contact: { en: 'Contacts', zh: '接触', icon: 'talk', of: /^(Contact|Consent|UnknownCaller|Caller)/ },
  lead: { en: 'Leads', zh: '线索', icon: 'star', of: /^Lead/ },
  deal: { en: 'Deals', zh: '商机', icon: 'deal', of: /^(Deal|Sample|Offer|ProductOffered|Quote)/ },
  product: { en: 'Products', zh: '产品', icon: 'box', of: /^(Product|Price)/ },
  task: { en: 'Tasks', zh: '任务', icon: 'check', of: /^Task/ },
  complaint: { en: 'Complaints', zh: '投诉', icon: 'alert', of: /^(Complaint|FirstResponse|Satisfaction)/ },
  attachment: { en: 'Attachments', zh: '附件', icon: 'link', of: /^File/ },
  finance: { en: 'Finance', zh: '财务', icon: 'coin', of: /^(Invoice|Payment)/ },
  logistics: { en: 'Logistics', zh: '物流', icon: 'truck', of: /^(Order|Delivery|Usage|RegisterUnit)/ },
  lifecycle: { en: 'Lifecycle', zh: '生命周期', icon: 'cycle', of: /^Customer(Lost|WonBack|FellSilent)/ },
  organisation: {
    en: 'Organisation',
    zh: '组织',
    icon: 'people',
    of: /^(Department|Region|Team|Position|User|Roles|ApiKey|Work)/,
  },
  data: { en: 'Data changes', zh: '资料变更', icon: 'edit', of: /./ },
};

export const kindOfEvent = (type: string): EventKind =>
  (Object.keys(EVENT_KINDS) as EventKind[]).find((kind) => EVENT_KINDS[kind].of.test(type)) ?? 'data';

const WORDS = events as Readonly<Partial<Record<string, Words>>>;

/** The types of events. */
export const EVENT_TYPES = Object.keys(events) as readonly EventType[];

const apart = (type: string) => type.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What an event is called. */
export const useEventWord = (): ((type: string) => string) => {
  const language = useLanguage();
  return (type) => WORDS[type]?.[language] ?? apart(type);
};
