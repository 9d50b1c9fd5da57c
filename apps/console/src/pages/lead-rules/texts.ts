import { texts } from '../../words/texts.js';

export const useLeadRulesTexts = texts({
  title: ['Lead rules and forms', '线索规则与表单'],
  parts: ['Rules or forms', '规则或表单'],
  rules: ['Assignment rules', '分配规则'],
  forms: ['Web forms', '网页表单'],
  rule: ['Add a rule', '添加规则'],
  form: ['Add a form', '添加表单'],
  rulesWhy: [
    'A new lead without an owner is assigned by the first rule, in ascending order, that takes it and has a user who is not away.',
    '未指定负责人的新线索按顺序匹配规则，由首个适用且有可用成员的规则分配。',
  ],
  formsWhy: ['Web sites send leads by these forms, without signing in.', '网站通过这些表单提交线索，无需登录。'],
  everything: ['All leads', '所有线索'],
  sources: ['Sources', '来源'],
  regions: ['Regions', '区域'],
  countries: ['Countries', '国家/地区'],
  languages: ['Languages', '语言'],
  capacity: ['capacity {{capacity}}', '接待能力 {{capacity}}'],
  awayUntil: ['away until {{day}}', '缺勤至 {{day}}'],
  noLimit: ['No time limit', '不限时'],
  hours: [{ one: '{{count}} business hour', other: '{{count}} business hours' }, '{{count}} 个工作小时'],
  minutes: [{ one: '{{count}} business minute', other: '{{count}} business minutes' }, '{{count}} 个工作分钟'],
  reassigned: [
    { one: 'then reassigned up to {{count}} time', other: 'then reassigned up to {{count}} times' },
    '超时最多改派 {{count}} 次',
  ],
  manager: ['at the end to {{name}}', '最终转交 {{name}}'],
  noManager: ['at the end to no manager', '最终不转交主管'],
  noOrigin: ['None: no web site may send leads', '无：任何网站都不能提交'],
  noRules: ['No assignment rule yet', '尚无分配规则'],
  noRulesWhy: ['Without rules, users assign new leads themselves.', '没有规则时，新线索由用户自行指派。'],
  noForms: ['No lead form yet', '尚无线索表单'],
  noFormsWhy: [
    'Add a form, then paste its HTML into a page of your web site.',
    '添加表单后，将其 HTML 粘贴到网站的网页中。',
  ],
});
