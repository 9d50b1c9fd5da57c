import { STATUS_CODES } from 'node:http';
import { commandFrom } from '@annals/command-bus/forms';
import { FileComplaint } from '@annals/domain-complaints';
import { HttpProblem, httpProblemOf, problemOf } from '@annals/http';
import { code, section, table } from './markdown.mjs';

const FOLDER = '.github/docs/errors';

/** An index, and a page for each code: path → text. */
export const errorPages = (catalogue) => [
  [`${FOLDER}/README.md`, index(catalogue)],
  ...catalogue.map((problem) => [`${FOLDER}/${problem.code}.md`, page(problem)]),
];

const index = (catalogue) =>
  `${[
    section(
      1,
      'Errors',
      'All error codes of responses, bulk outcomes, error files of the importer and dead letters, with what to do. Written by `npm run generate`; do not edit.',
      'Error responses follow RFC 9457, in the language of `Accept-Language` (`en` or `zh`). Programs should switch on `code`, which is stable; `title` and `detail` are for people.',
      '错误响应遵循 RFC 9457，语言由 `Accept-Language`（`en` 或 `zh`）决定。程序应依据稳定的 `code` 判断；`title` 和 `detail` 供人阅读。',
    ),
    table(
      ['code', 'status', 'meaning', '含义'],
      catalogue.map((problem) => [link(problem.code), statusesOf(problem), problem.title.en, problem.title.zh]),
    ),
  ].join('\n\n')}\n`;

const link = (name) => `[${name}](${name}.md)`;

const statusesOf = ({ statuses }) => statuses.join(', ') || '–';

const page = (problem) =>
  `${[
    section(1, problem.code, `**${problem.title.en}** · **${problem.title.zh}**`, ...where(problem)),
    section(2, 'What to do · 如何处理', problem.detail.en, problem.detail.zh),
    ...details(problem),
    ...example(problem),
    `[All errors · 全部错误](README.md)`,
  ].join('\n\n')}\n`;

const KINDS = {
  missing: ['The record that the request is about does not exist.', '规则拒绝：请求所涉及的对象不存在。'],
  reference: [
    'A field of the body refers to a record that does not exist or cannot be used.',
    '规则拒绝：请求体字段指定的对象不存在或不可用。',
  ],
  conflict: ['The request contradicts recorded data.', '规则拒绝：请求与已有记录相矛盾。'],
  taken: ['A value that must be unique belongs to another record.', '规则拒绝：须唯一的值已属于其他记录。'],
  invalid: ['A value is not valid, whatever is recorded.', '规则拒绝：值本身无效，与已有记录无关。'],
};

const where = ({ statuses, kind }) => {
  if (statuses.length === 0)
    return [
      'Only in dead letters and error files of the importer, never in a response.',
      '仅出现在死信和导入错误文件中，不出现在响应中。',
    ];
  const [status, ...others] = statuses.map((each) => `${each} ${STATUS_CODES[each]}`);
  const inBody = others.map((each) => [
    `${each} if a field of the body refers to it.`,
    `由请求体字段指定时为 ${each}。`,
  ]);
  const [en, zh] = kind === null ? ['', ''] : KINDS[kind];
  return [
    [`Status ${status}.`, en, ...inBody.map(([text]) => text)].filter(Boolean).join(' '),
    [`状态码 ${status}。`, zh, ...inBody.map(([, text]) => text)].join(''),
  ];
};

const details = ({ example }) =>
  example ? [section(2, 'Details · 详情', `\`details\` has ${code(...Object.keys(example))}.`)] : [];

const example = (type) => {
  const [status] = type.statuses;
  if (status === undefined) return [];
  const problem = type.code === 'ValidationFailed' ? invalid() : new HttpProblem({ ...type, status }, type.example);
  const shown = Object.entries({ en: 'English', zh: '中文' }).map(([language, name]) =>
    [`${name}:`, ['```json', JSON.stringify(problemOf(problem, language, EXAMPLE), null, 2), '```'].join('\n')].join(
      '\n\n',
    ),
  );
  return [section(2, 'Example · 示例', ...shown)];
};

/** A command with one example of each common mistake. */
const invalid = () => {
  try {
    const body = {
      complaintId: 'co-1',
      customerId: 'c 1',
      channel: 'fax',
      sevrity: 'high',
      category: '',
      subject: 'x'.repeat(501),
    };
    return commandFrom(body, FileComplaint, {});
  } catch (error) {
    return httpProblemOf(error);
  }
};

const EXAMPLE = '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e8'; // a request
