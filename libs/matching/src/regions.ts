import { inPinyin } from '@annals/text';
import { wordsIn } from './latin.js';

const PROVINCES =
  '北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门';

const CITIES =
  '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 葫芦岛 长春 四平 辽源 通化 白山 松原 白城 哈尔滨 齐齐哈尔 鸡西 鹤岗 大庆 伊春 佳木斯 牡丹江 黑河 绥化 南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 宣城 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 上饶 济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 海口 三亚 成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 贵阳 六盘水 遵义 安顺 毕节 铜仁 昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 大理 拉萨 日喀则 西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 西宁 海东 银川 石嘴山 吴忠 固原 中卫 乌鲁木齐 克拉玛依 吐鲁番 哈密 台北 高雄 台中 台南 新竹';

const NAMES = [...PROVINCES.split(' '), ...CITIES.split(' ')].toSorted((one, other) => other.length - one.length);

const FOREIGN: Readonly<Record<string, string>> = {
  ...{ hongkong: 'xianggang', macau: 'aomen', macao: 'aomen', taipei: 'taibei', tibet: 'xizang', peking: 'beijing' },
  ...{ canton: 'guangzhou', prc: 'zhongguo', china: 'zhongguo', deutschland: 'germany', osterreich: 'austria' },
  ...{ cologne: 'koln', munich: 'munchen', vienna: 'wien', geneva: 'geneve', milan: 'milano' },
  ...{ rome: 'roma', florence: 'firenze', venice: 'venezia', turin: 'torino', naples: 'napoli', prague: 'praha' },
  ...{ warsaw: 'warszawa', lisbon: 'lisboa', seville: 'sevilla', brussels: 'bruxelles', moscow: 'moskva' },
  ...{ copenhagen: 'kobenhavn', gothenburg: 'goteborg', athens: 'athina', hanover: 'hannover', nuremberg: 'nurnberg' },
  ...{ schweiz: 'switzerland', suisse: 'switzerland', uk: 'britain', usa: 'america', us: 'america' },
};

const ENGLISH =
  'germany austria switzerland france italy spain portugal poland netherlands belgium sweden norway denmark finland britain ireland america canada mexico brazil argentina japan korea india singapore malaysia thailand vietnam indonesia philippines australia russia ukraine turkey greece hungary romania bulgaria europe asia africa';

let known: ReadonlySet<string> | undefined;

/** Names of two syllables that are surnames or ordinary words in Latin letters are not taken for places. */
const places = () =>
  (known ??= new Set([...NAMES.map((name) => soundOf(name)), ...Object.values(FOREIGN), ...ENGLISH.split(' ')]));

const soundOf = (text: string) => inPinyin(text).replaceAll(' ', '');

/** A word in Latin letters as the name of a place that is known; `undefined` if it is none. */
export const placeNamed = (word: string): string | undefined => {
  const name = Object.hasOwn(FOREIGN, word) ? FOREIGN[word]! : word;
  return places().has(name) ? name : undefined;
};

const DIVISION = '(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|自治州|地区|省|市|县|区)?';
const COUNTRY = '中华人民共和国|中国';
const AT_START = new RegExp(`^(?:(${COUNTRY})|(${NAMES.join('|')})${DIVISION}|([\\p{sc=Han}]{2,3})[省市县])`, 'u');
const AT_END = new RegExp(`(?:${NAMES.join('|')})${DIVISION}$|[\\p{sc=Han}]{2,3}[市县区]$`, 'u');

/** The place with which a Chinese text begins, in pinyin and without endings such as `市`, and the text after it. */
export const placeAtStart = (text: string): { readonly place: string; readonly rest: string } | undefined => {
  const found = AT_START.exec(text);
  if (!found) return undefined;
  const [all, country, name, other] = found;
  return { place: country === undefined ? soundOf((name ?? other)!) : 'zhongguo', rest: text.slice(all.length) };
};

/** The place that a Chinese text ends with, as it is written. */
export const placeAtEnd = (text: string): string | undefined => AT_END.exec(text)?.[0];

/** The name of a city or province in any script, in one form: `上海市` and `Shanghai` as `shanghai`. */
export const placeForm = (text: string): string => {
  const words = wordsIn(placeAtStart(text)?.place ?? text).filter((word) => !/^\d/.test(word));
  const sound = soundOf(words.join(''));
  return Object.hasOwn(FOREIGN, sound) ? FOREIGN[sound]! : sound;
};
