import type { components } from '../generated/api.js';
import { useLanguage, type Words } from '../words/language.js';
import type { IconName } from './icon.js';

type EventType = components['schemas']['HistoryType'];

/** What an event is about. */
export type EventKind =
  'contact' | 'deal' | 'complaint' | 'data' | 'finance' | 'logistics' | 'lifecycle' | 'organisation';

export const EVENT_KINDS: Readonly<Record<EventKind, Words & { readonly icon: IconName; readonly of: RegExp }>> = {
  contact: { en: 'Contacts', zh: '接触', icon: 'talk', of: /^(Contact|Consent|UnknownCaller|Caller)/ },
  deal: { en: 'Deals', zh: '商机', icon: 'deal', of: /^(Deal|Sample)/ },
  complaint: { en: 'Complaints', zh: '投诉', icon: 'alert', of: /^(Complaint|FirstResponse|Satisfaction)/ },
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

const WORDS: Partial<Record<EventType, readonly [en: string, zh: string]>> = {
  CustomerRegistered: ['Customer registered', '登记客户'],
  CustomerDataChanged: ['Data changed', '资料变更'],
  DataChangeTookEffect: ['Change took effect', '变更生效'],
  OwnerAssigned: ['Owner assigned', '指定负责人'],
  NeedRecorded: ['Need recorded', '记录需求'],
  NeedEnded: ['Need ended', '需求到期'],
  NeedClosed: ['Need closed', '需求关闭'],
  ContactPreferenceSet: ['Contact preference set', '设置联系偏好'],
  ConsentGiven: ['Consent given', '客户同意'],
  ConsentWithdrawn: ['Consent withdrawn', '撤回同意'],
  ConsentExpired: ['Consent expired', '同意到期'],
  CustomerLost: ['Customer lost', '客户流失'],
  CustomerWonBack: ['Customer won back', '赢回客户'],
  CustomerFellSilent: ['Customer fell silent', '客户沉默'],
  CustomerWithdrawn: ['Registration taken back', '撤回登记'],
  IdentifierReserved: ['Unique value reserved', '占用唯一值'],
  IdentifierReleased: ['Unique value released', '释放唯一值'],
  IdentifierShared: ['Unique value shared', '唯一值共用'],
  CustomersFoundDifferent: ['Found to be different customers', '认定为不同客户'],
  ContactMade: ['Contact', '接触'],
  ContactAllowed: ['Contact allowed by exception', '例外允许联系'],
  UnknownCallerContacted: ['Unknown caller', '未知来电者'],
  CallerIdentified: ['Caller identified', '识别来电者'],
  CallerClosed: ['Caller closed', '关闭来电记录'],
  DealOpened: ['Deal opened', '新建商机'],
  DealAdvanced: ['Deal advanced', '商机推进'],
  DealChanged: ['Deal changed', '商机变更'],
  SampleSent: ['Sample sent', '寄送样品'],
  DealClosed: ['Deal closed', '商机关闭'],
  DealReopened: ['Deal reopened', '重新打开商机'],
  DealWithdrawn: ['Deal taken back', '撤回商机'],
  ComplaintFiled: ['Complaint filed', '投诉'],
  ComplaintAssigned: ['Complaint assigned', '分派投诉'],
  ComplaintEscalated: ['Complaint escalated', '升级投诉'],
  ComplaintResolved: ['Complaint resolved', '投诉解决'],
  ComplaintReopened: ['Complaint reopened', '重新打开投诉'],
  SatisfactionRated: ['Satisfaction rated', '满意度评价'],
  FirstResponseGiven: ['First response given', '首次响应'],
  ComplaintPaused: ['Complaint paused', '暂停投诉'],
  ComplaintResumed: ['Complaint resumed', '恢复处理投诉'],
  ComplaintCommented: ['Complaint commented', '投诉备注'],
  ComplaintChanged: ['Complaint changed', '投诉变更'],
  ComplaintBecameOverdue: ['Complaint became overdue', '投诉逾期'],
  ComplaintWithdrawn: ['Complaint withdrawn', '撤回投诉'],
  OrderPlaced: ['Order placed', '下单'],
  OrderDelivered: ['Order delivered', '交付'],
  DeliveryCorrected: ['Delivery corrected', '更正交付'],
  OrderCancelled: ['Order cancelled', '取消订单'],
  InvoiceIssued: ['Invoice issued', '开具发票'],
  InvoiceCancelled: ['Invoice cancelled', '作废发票'],
  PaymentReceived: ['Payment received', '收款'],
  PaymentCorrected: ['Payment corrected', '更正收款'],
  UsageMetered: ['Usage metered', '抄表'],
  UsageCorrected: ['Usage corrected', '更正用量'],
  RegisterUnitSet: ['Unit of a register set', '设置计量单位'],
  DepartmentOpened: ['Department opened', '设立部门'],
  DepartmentRenamed: ['Department renamed', '部门改名'],
  DepartmentMoved: ['Department moved', '部门调整'],
  DepartmentClosed: ['Department closed', '撤销部门'],
  RegionOpened: ['Region opened', '设立区域'],
  RegionRenamed: ['Region renamed', '区域改名'],
  RegionMoved: ['Region moved', '区域调整'],
  RegionClosed: ['Region closed', '撤销区域'],
  TeamFormed: ['Team formed', '组建团队'],
  TeamRenamed: ['Team renamed', '团队改名'],
  TeamDissolved: ['Team dissolved', '解散团队'],
  PositionDefined: ['Position defined', '设立岗位'],
  PositionRenamed: ['Position renamed', '岗位改名'],
  PositionRetired: ['Position retired', '撤销岗位'],
  UserAdded: ['User added', '添加用户'],
  UserDetailsChanged: ['User changed', '用户变更'],
  UserPlaced: ['User placed', '调整用户岗位'],
  RolesGranted: ['Roles granted', '授予角色'],
  UserDeactivated: ['User deactivated', '停用用户'],
  UserReactivated: ['User reactivated', '重新启用用户'],
  ApiKeyIssued: ['API key issued', '签发 API 密钥'],
  ApiKeyRevoked: ['API key revoked', '撤销 API 密钥'],
  WorkHandedOver: ['Work handed over', '工作移交'],
};

/** The types of events that have a name. */
export const EVENT_TYPES = Object.keys(WORDS) as readonly EventType[];

const apart = (type: string) => type.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** What an event is called. */
export const useEventWord = (): ((type: string) => string) => {
  const language = useLanguage();
  return (type) => WORDS[type as EventType]?.[language === 'zh' ? 1 : 0] ?? apart(type);
};
