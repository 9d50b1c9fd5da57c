import type { ApiDescription, Tag } from '@annals/http';
import { isListed, type Words } from '@annals/event-sourcing';
import { readFileSync } from 'node:fs';
import { annalsCatalogue, configurationOf, contracts } from './catalogue.js';
import { problemCatalogue } from './problems.js';
import { slices } from './slices.js';

const root = `${import.meta.dirname}/../../..`;

const read = (path: string): unknown => JSON.parse(readFileSync(`${root}/${path}`, 'utf8'));

/** The groups of routes that belong to no slice. */
const PLATFORM: Readonly<Record<string, Words>> = {
  session: { en: 'Signing in and out.', zh: '登录与退出。' },
  credentials: { en: 'API keys and one-time passwords.', zh: 'API 密钥和一次性密码。' },
  commands: { en: 'Many commands in one request.', zh: '一次请求执行多条命令。' },
  users: { en: 'Users and their roles.', zh: '用户及其角色。' },
  access: { en: 'Who may do and see what.', zh: '谁可以执行和查看什么。' },
  reports: { en: 'Figures by dimension, and the records behind them.', zh: '按维度统计的数据及其明细记录。' },
  'saved-views': {
    en: 'Filters, sort and columns of lists, kept under a name.',
    zh: '以名称保存的列表筛选、排序和列。',
  },
  events: { en: 'The event log, as pages or as a stream.', zh: '事件日志，可分页或以流的形式读取。' },
  identifiers: { en: 'Unique values that several records have.', zh: '被多条记录持有的唯一值。' },
  projections: { en: 'The state of the views; rebuilding and parked events.', zh: '视图状态、重建和搁置的事件。' },
  imports: { en: 'Imports of files and what became of them.', zh: '文件导入及其结果。' },
  settings: { en: 'Settings with their meaning and value.', zh: '设置的含义和取值。' },
  operation: { en: 'Health and metrics.', zh: '健康检查和指标。' },
};

const tags = (): Tag[] => {
  const lists = annalsCatalogue(configurationOf({}))
    .views.filter(isListed)
    .map(({ list }) => [list.path.split('/')[0]!, list.summary] as const);
  const words = { ...Object.fromEntries(lists), ...PLATFORM };
  const ofSlices = slices.map(({ name, summary }) => tag(name, summary));
  const others = Object.entries(words).filter(([name]) => !slices.some((slice) => slice.name === name));
  return [...ofSlices, ...others.map(([name, each]) => tag(name, each))];
};

const tag = (name: string, { en, zh }: Words): Tag => ({ name, description: en, 'x-description-zh': zh });

/** The parts of the OpenAPI document that are not derived from the running code: the version, the schemas of answers and the tags. */
export const apiDescription = (): ApiDescription => ({
  version: (read('package.json') as { readonly version: string }).version,
  answers: read('contracts/schemas/answers.json') as ApiDescription['answers'],
  events: contracts.map((contract) => ({
    ...{ type: contract.type, version: contract.version, words: contract.words },
    schema: contract.jsonSchema(),
  })),
  tags: tags(),
  problems: problemCatalogue.flatMap(({ statuses: [status], ...type }) =>
    status === undefined ? [] : [{ ...type, status }],
  ),
});
