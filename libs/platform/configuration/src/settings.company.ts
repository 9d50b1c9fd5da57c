import { businessWeek } from './business-week.js';
import { day, listOf, phoneRegion, timeZone, whole } from './reader.js';
import { setting } from './setting.js';

const MOST = 100_000;
const count = whole(1, MOST);

/** Business calendar and thresholds of the customer lifecycle. */
export const companySettings = {
  timeZone: setting(
    'TIME_ZONE',
    'UTC',
    { en: 'Time zone of days, business hours and holidays', zh: '日期、营业时间和节假日所用的时区' },
    timeZone,
  ),
  phoneRegion: setting(
    'PHONE_REGION',
    'CN',
    {
      en: "Country of telephone numbers without a country code, unless the customer's country is known, as two letters",
      zh: '无国家代码的电话号码所属的国家/地区（客户的国家/地区未知时），以两个字母表示',
    },
    phoneRegion,
  ),
  week: setting(
    'BUSINESS_HOURS',
    'mon-fri 09:00-17:00',
    { en: 'Business hours of the company by weekday', zh: '公司每周各日的营业时间' },
    businessWeek,
  ),
  holidays: setting(
    'HOLIDAYS',
    'none',
    { en: 'Days on which the company is closed', zh: '公司休息的日期' },
    listOf(day),
  ),
  wonDeals: setting(
    'LIFECYCLE_MATURE_WON_DEALS',
    '3',
    {
      en: 'Number of deals won, within LIFECYCLE_MATURE_WITHIN_DAYS, from which a customer counts as mature',
      zh: '在 LIFECYCLE_MATURE_WITHIN_DAYS 天内赢得的商机达到该数量时，客户视为成熟期',
    },
    count,
  ),
  withinDays: setting(
    'LIFECYCLE_MATURE_WITHIN_DAYS',
    '365',
    {
      en: 'Days within which deals must have been won to count for LIFECYCLE_MATURE_WON_DEALS',
      zh: '计入 LIFECYCLE_MATURE_WON_DEALS 的商机必须在多少天内赢得',
    },
    whole(1, MOST, 'days'),
  ),
  tenureMonths: setting(
    'LIFECYCLE_MATURE_TENURE_MONTHS',
    '24',
    { en: 'Customers of at least this many months count as mature', zh: '客户关系达到该月数时视为成熟期' },
    whole(1, MOST, 'months'),
  ),
  silentDays: setting(
    'LIFECYCLE_DECLINING_SILENT_DAYS',
    '180',
    { en: 'Days without activity before a customer counts as declining', zh: '客户无往来达到该天数时视为衰退期' },
    whole(1, MOST, 'days'),
  ),
  unresolvedComplaints: setting(
    'LIFECYCLE_DECLINING_UNRESOLVED_COMPLAINTS',
    '3',
    {
      en: 'Number of unresolved complaints from which a customer counts as declining',
      zh: '未解决的投诉达到该数量时，客户视为衰退期',
    },
    count,
  ),
} as const;
