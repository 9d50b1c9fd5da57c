import type { Words } from '@annals/event-sourcing';

type Weighed = Words & {
  /** In bits: the logarithm to base 2 of how much more often it is found with one customer than with two. */
  readonly weight: number;
};

/**
 * What speaks for and against two files being of one customer. The weights are those of I. P. Fellegi and A. B. Sunter, "A
 * Theory for Record Linkage", Journal of the American Statistical Association 64 (1969): log2(m/u), where m is how often
 * files of one customer agree, or differ, in this way, and u how often those of two customers do. They are estimates for
 * customer files, rounded to whole bits.
 */
export const EVIDENCE = {
  'one-file': { weight: 50, en: 'It is the same file', zh: '同一份档案' },
  'code-same': { weight: 30, en: 'A registration, tax or identity number is the same', zh: '登记号、税号或证件号相同' },
  'code-differs': { weight: -30, en: 'Valid numbers of one kind differ', zh: '同类有效编码不同' },
  'kind-differs': { weight: -14, en: 'One is a person, the other an organisation', zh: '一为个人，一为组织' },

  'name-same': { weight: 12, en: 'The names are the same', zh: '名称相同' },
  'name-translated': { weight: 9, en: 'The names are the same in different scripts', zh: '名称为同一名称的中外文写法' },
  'name-similar': { weight: 7, en: 'The names are similar', zh: '名称相近' },
  'name-abbreviated': { weight: 5, en: 'One name is the initials of the other', zh: '一方名称为另一方的首字母缩写' },
  'name-differs': { weight: -9, en: 'The names differ', zh: '名称不同' },
  'branch-differs': {
    weight: -24,
    en: 'They are different branches, or a branch and its company',
    zh: '属于不同的分支机构，或一为分支机构一为总部',
  },
  'place-differs': { weight: -20, en: 'The names contain different places', zh: '名称中的地区不同' },
  'activity-differs': { weight: -14, en: 'The names contain different lines of business', zh: '名称中的行业不同' },
  'form-differs': { weight: -8, en: 'The legal forms differ', zh: '组织形式不同' },
  'city-differs': { weight: -6, en: 'No address is in the same town', zh: '地址不在同一城市' },

  'person-name-same': { weight: 7, en: 'The names of the persons are the same', zh: '姓名相同' },
  'person-name-common': { weight: 5, en: 'The short Chinese names are the same', zh: '两字姓名相同' },
  'person-name-translated': {
    weight: 5,
    en: 'The name is the other in Chinese or Latin letters',
    zh: '姓名为同一姓名的中文与拼音写法',
  },
  'person-name-similar': { weight: 5, en: 'The names of the persons are similar', zh: '姓名相近' },
  'person-name-initials': { weight: 3, en: 'One name has initials of the other', zh: '一方姓名为另一方的首字母写法' },
  'surname-differs': { weight: -6, en: 'The given names are the same, the surnames differ', zh: '名相同，姓不同' },
  'given-name-sounds-same': {
    weight: -12,
    en: 'The given names sound the same and are written differently',
    zh: '名字同音不同字',
  },
  'given-name-differs': { weight: -18, en: 'The given names differ', zh: '名不同' },
  'generation-differs': { weight: -24, en: 'One is the senior, the other the junior', zh: '长辈与晚辈同名' },
  'birth-date-same': { weight: 8, en: 'The dates of birth are the same', zh: '出生日期相同' },
  'birth-date-similar': { weight: -3, en: 'The dates of birth differ in one place', zh: '出生日期有一处不同' },
  'birth-date-differs': { weight: -18, en: 'The dates of birth differ', zh: '出生日期不同' },

  'email-same': { weight: 10, en: 'An e-mail address is the same', zh: '电子邮箱相同' },
  'domain-same': { weight: 6, en: 'The domain of e-mail or web addresses is the same', zh: '邮箱或网站域名相同' },
  'phone-same': { weight: 9, en: 'A telephone number is the same', zh: '电话号码相同' },
  'address-same': { weight: 6, en: 'An address is the same', zh: '地址相同' },
  'building-same': {
    weight: 3,
    en: 'The building is the same, the flat or floor differs',
    zh: '楼栋相同，房号或楼层不同',
  },
} as const satisfies Readonly<Record<string, Weighed>>;

export type EvidenceCode = keyof typeof EVIDENCE;

/** One piece of evidence. */
export type Evidence = { readonly code: EvidenceCode; readonly weight: number };

export const evidence = (code: EvidenceCode): Evidence => ({ code, weight: EVIDENCE[code].weight });

/** The codes of all evidence. */
export const EVIDENCE_CODES = Object.keys(EVIDENCE) as readonly EvidenceCode[];
