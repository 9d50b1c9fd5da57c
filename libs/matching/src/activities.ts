/** Words of what a company does, in each language by one name; they do not tell companies apart as their names do. */
const ACTIVITIES: Readonly<Record<string, string>> = {
  technology: '科技 技术 technology technologies tech technik technologie technologien',
  information: '信息 资讯 information informatik it',
  network: '网络 互联网 network networks netzwerk',
  software: '软件 software',
  electronics: '电子 electronics electronic elektronik electronique',
  appliances: '电器 appliances',
  electric: '电气 electric electrical elektro elektrotechnik',
  communications: '通信 通讯 电信 communications communication telecom telekom telecommunications',
  trading: '贸易 商贸 商业 经贸 trading trade handel handels commerce commercial',
  'import and export': '进出口 import importexport importers export exporters',
  industry: '实业 工业 产业 industry industries industrie industrial industrien',
  manufacturing: '制造 制造厂 厂 工厂 manufacturing manufacture factory fabrik werke works',
  bank: '银行 bank banking',
  insurance: '保险 insurance versicherung versicherungen assurance assurances',
  securities: '证券 securities',
  investment: '投资 investment investments capital beteiligungs beteiligungen',
  logistics: '物流 logistics logistik logistique',
  transport: '运输 快递 transport transports transportation spedition',
  property: '房地产 地产 置业 realty immobilien properties property',
  construction: '建设 建筑 construction builders bau bauunternehmen hochbau',
  engineering: '工程 engineering ingenieure ingenieurbüro ingenieurburo',
  machinery: '机械 machinery machines maschinenbau maschinen',
  equipment: '设备 equipment',
  cars: '汽车 automobile automotive auto automobil autohaus motors motor',
  chemicals: '化工 化学 chemical chemicals chemie chimie',
  pharmacy: '医药 药业 制药 pharma pharmaceutical pharmaceuticals pharmacy apotheke',
  food: '食品 food foods lebensmittel',
  catering: '餐饮 catering restaurant gaststätte gaststatte',
  hotel: '酒店 宾馆 hotel hotels',
  clothing: '服饰 服装 clothing garments bekleidung fashion',
  textiles: '纺织 textile textiles',
  education: '教育 education',
  culture: '文化 culture',
  media: '传媒 媒体 media medien',
  advertising: '广告 advertising werbung',
  power: '电力 power strom',
  energy: '能源 新能源 energy energie energies',
  environment: '环保 environment environmental umwelt',
  consulting: '咨询 顾问 consulting consultants beratung conseil',
  materials: '材料 建材 materials',
  packaging: '包装 packaging verpackung verpackungen',
  printing: '印刷 printing druck druckerei',
  furniture: '家具 furniture mobel möbel',
  agriculture: '农业 agriculture agrar',
  supermarket: '超市 supermarket supermarkt',
  systems: '系统 systems system systeme',
};

/** Words that say how a company is organised: with or without them it can be another company of the same group. */
const ORGANISED: Readonly<Record<string, string>> = {
  group: '集团 group gruppe groupe grupo',
  holding: '控股 holding holdings',
  international: '国际 international internationale worldwide global',
  development: '发展 开发 development',
  services: '服务 services service dienste dienstleistungen',
  management: '管理 management verwaltungs verwaltung',
};

const all = [...Object.entries(ACTIVITIES), ...Object.entries(ORGANISED)].flatMap(([name, words]) =>
  words.split(' ').map((word) => [word, name] as const),
);
const BY_WORD = new Map(all);
const CHINESE = all
  .map(([word]) => word)
  .filter((word) => /\p{sc=Han}/u.test(word))
  .toSorted((one, other) => other.length - one.length);

/** The activity that a word stands for; `undefined` if it is none. */
export const activityOf = (word: string): string | undefined => BY_WORD.get(word);

/** Whether different activities say nothing, because they are only how a company is organised. */
export const isOrganisational = (activity: string): boolean => Object.hasOwn(ORGANISED, activity);

/** A Chinese name without the activities at its end, which are in the order of the name. */
export const withoutActivities = (name: string): { readonly core: string; readonly activities: readonly string[] } => {
  const word = CHINESE.find((each) => name.endsWith(each));
  if (word === undefined) return { core: name, activities: [] };
  const { core, activities } = withoutActivities(name.slice(0, -word.length));
  return { core, activities: [...activities, BY_WORD.get(word)!] };
};
