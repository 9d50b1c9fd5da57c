import { httpProblems } from '@annals/http';

const EXPECTED = {
  'a whole number': { en: 'a whole number', zh: '整数' },
  'a quarter such as 2026-Q1': { en: 'a quarter such as 2026-Q1', zh: '季度，例如 2026-Q1' },
  'a month such as 2026-01': { en: 'a month such as 2026-01', zh: '月份，例如 2026-01' },
  'given once': { en: 'a single value', zh: '单个值' },
  '1 to 10000': { en: '1 to 10000', zh: '1 至 10000' },
};

/** What a report may meet in its parameters. */
export const reportProblems = httpProblems({
  UnknownDimension: {
    status: 400,
    title: { en: 'Dimension not known', zh: '未知维度' },
    detail: {
      en: 'The report has no dimension `{dimension}`. Use {known}.',
      zh: '该报表没有维度 `{dimension}`，请使用：{known}。',
    },
    example: { dimension: 'colour', known: ['country', 'product', 'year'] },
  },
  ParameterInvalid: {
    status: 400,
    title: { en: 'Parameter not valid', zh: '参数无效' },
    detail: {
      en: 'The parameter `{parameter}` is not valid. Correct it to what is expected: {expected}.',
      zh: '参数 `{parameter}` 无效，请更正为：{expected}。',
    },
    values: { expected: EXPECTED },
    example: { parameter: 'limit', expected: '1 to 10000' },
  },
  ReportNotFound: {
    status: 404,
    title: { en: 'Report not found', zh: '报表不存在' },
    detail: {
      en: 'There is no report {id}. Send the name of one that `GET /v1/reports` lists.',
      zh: '没有报表 {id}。请使用 `GET /v1/reports` 列出的报表。',
    },
    example: { id: 'sales' },
  },
});
