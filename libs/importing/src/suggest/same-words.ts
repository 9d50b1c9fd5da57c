import { folded, hasHan, simplified } from '@annals/text';

/** Words that files use for the same; the first one stands for the others. */
const SAME: readonly (readonly string[])[] = [
  ['code', 'id', 'number', 'no', 'nr', 'key', 'ref', 'reference', '编号', '编码', '代码', '号码', '客户号', '客户代码'],
  ['name', 'fullname', '名称', '姓名', '客户名', '全称', '公司名称', '单位名称', '企业名称'],
  ['customer', 'client', 'account', '客户'],
  ['organisation', 'organization', 'company', 'business', 'enterprise', 'corporate', '组织', '企业', '公司', '单位'],
  ['person', 'individual', 'private', 'consumer', '个人', '自然人'],
  ['kind', 'type', 'category', '类型', '类别'],
  ['contact', 'liaison', '联络人', '联系人'],
  ['title', 'position', '职务', '职位'],
  ['email', 'mail', 'e-mail', '电子邮箱', '电子邮件', '邮箱', '邮件'],
  [
    'phone',
    'telephone',
    'tel',
    'mobile',
    'cell',
    '电话',
    '手机',
    '手机号',
    '电话号码',
    '联系电话',
    '手机号码',
    '固定电话',
  ],
  ['fax', '传真', '传真号'],
  ['website', 'web', 'url', 'homepage', 'site', '网站', '网址', '主页', '官网'],
  ['street', 'address', 'addresses', 'addr', '街道', '地址', '详细地址', '通讯地址', '联系地址'],
  ['city', 'town', '城市', '市'],
  ['province', 'state', 'county', '省份', '省'],
  ['country', 'nation', '国家', '国家地区', '国别'],
  ['district', '区县', '县', '区'],
  ['region', 'area', 'territory', '区域', '地区', '大区', '片区'],
  ['postal', 'zip', 'post', 'postcode', '邮编', '邮政编码'],
  ['industry', 'sector', '行业', '所属行业'],
  ['department', 'dept', 'division', '部门', '所属部门'],
  ['since', 'joined', 'registered', 'registration', '成为客户日期', '注册日期', '建档日期', '入网日期', '开户日期'],
  ['gender', 'sex', '性别'],
  ['birth', 'birthday', 'birthdate', 'dob', 'born', '出生日期', '生日', '出生年月'],
  ['marital', 'marriage', '婚姻状况', '婚姻'],
  ['occupation', 'profession', 'job', '职业', '工作'],
  ['education', 'degree', '学历', '教育程度'],
  ['income', 'salary', '收入', '收入水平'],
  ['employees', 'staff', 'headcount', '员工人数', '职工人数', '人数'],
  ['revenue', 'turnover', 'sales', '年营业额', '营业额', '年收入'],
  ['ownership', '所有制', '所有制性质', '企业性质'],
  ['founded', 'established', '成立年份', '成立时间', '成立日期'],
  ['charge', 'fee', 'charges', '费用', '月费', '资费'],
  ['payment', 'pay', '付款', '支付'],
  ['role', 'roles', '角色'],
  ['female', 'f', 'woman', '女', '女性'],
  ['male', 'm', 'man', '男', '男性'],
];

const STANDS_FOR = new Map(SAME.flatMap(([first, ...others]) => [first!, ...others].map((word) => [word, first!])));

const CAPITALS = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g;

/** A text without its case, width, script and separators. */
const plain = (text: string) => folded(simplified(text.replace(CAPITALS, ' '))).trim();

/** The words of a name such as `PostalCode`, `postal_code` or `邮政编码`, each by the word that stands for it. */
export const wordsOf = (name: string): readonly string[] => {
  const whole = plain(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const all = standsFor(whole.replaceAll(' ', '')) ?? standsFor(whole);
  return all === undefined ? whole.split(' ').flatMap(partsOf) : [all];
};

const standsFor = (word: string): string | undefined => STANDS_FOR.get(word);

const partsOf = (word: string): readonly string[] => {
  const known = standsFor(word) ?? standsFor(word.replace(/s$/, ''));
  if (known !== undefined) return [known];
  return hasHan(word) ? chinese(word) : word === '' ? [] : [word.replace(/s$/, '')];
};

const LONGEST = Math.max(...[...STANDS_FOR.keys()].filter(hasHan).map(({ length }) => length));

/** Known words, the longest first, and characters between them. */
const chinese = (text: string): readonly string[] => {
  const words: string[] = [];
  for (let at = 0; at < text.length;) {
    const length = Array.from({ length: LONGEST }, (_, less) => LONGEST - less).find((each) =>
      STANDS_FOR.has(text.slice(at, at + each)),
    );
    const word = text.slice(at, at + (length ?? 1));
    words.push(STANDS_FOR.get(word) ?? word);
    at += word.length;
  }
  return words;
};

/** How alike two names are by their words, from 0 to 1 (Dice's coefficient). */
export const likeness = (one: readonly string[], other: readonly string[]): number => {
  const left = [...other];
  const shared = one.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return one.length + other.length === 0 ? 0 : (2 * shared.length) / (one.length + other.length);
};
