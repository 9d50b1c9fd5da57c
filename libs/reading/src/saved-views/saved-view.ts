import { atMost, expected, field } from '@annals/contracts-values';
import { hasControls, isBlank } from '@annals/text';
import { z } from 'zod';

const LARGEST = 4_000; // characters of a state as JSON, so that it fits an address

const name = z.string().min(1).max(80);
const word = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9-]{0,59}$/,
    expected('a word of letters, digits and hyphens', '由字母、数字和连字符组成的单词'),
  );
const parameter = z.string().min(1).max(60);

/** What the user calls it. */
export const viewName = field(
  name.refine(
    (text) => !hasControls(text) && !isBlank(text),
    expected('a text with visible characters', '含可见字符的文本'),
  ),
  { en: 'Name', zh: '名称' },
  { example: 'Declining in the east' },
);

export const isShared = field(
  z.boolean(),
  { en: 'Shared', zh: '共享' },
  {
    example: false,
    description: {
      en: 'Whether everybody who sees the list is offered it.',
      zh: '是否提供给所有能查看该列表的用户。',
    },
  },
);

export const viewState = field(
  z
    .strictObject({
      filters: field(
        atMost(30, z.record(parameter, z.array(z.string().min(1).max(200)).min(1).max(50))),
        { en: 'Filters', zh: '筛选条件' },
        {
          example: { state: ['declining'] },
          description: {
            en: 'Values by the parameter of the list; no searched words, and no personal values.',
            zh: '按列表参数给出的取值；不含搜索词和个人信息。',
          },
        },
      ),
      sort: field(parameter.nullable(), { en: 'Sort', zh: '排序' }, { example: '-lastContactAt' }),
      columns: field(
        z.array(parameter).min(1).max(50).nullable(),
        { en: 'Columns', zh: '列' },
        { example: ['name', 'state'] },
      ),
      display: field(
        atMost(10, z.record(word, z.array(word).min(1).max(10))),
        { en: 'Display', zh: '显示方式' },
        {
          example: { layout: ['list'] },
          description: {
            en: 'Other parameters of the page, such as its tab, with their values.',
            zh: '页面的其他参数及取值，例如标签页。',
          },
        },
      ),
    })
    .refine(
      (state) => JSON.stringify(state).length <= LARGEST,
      expected('at most 4,000 characters altogether', '总长度不超过 4,000 个字符'),
    ),
  { en: 'State', zh: '列表状态' },
  {
    example: {
      filters: { state: ['declining'] },
      ...{ sort: '-lastContactAt', columns: ['name', 'state'], display: {} },
    },
  },
);

/** Filters, sort, columns and display of a list; `null` for what the page chooses itself. */
export type ViewState = z.infer<typeof viewState>;

const kept = z.object({
  ...{ viewId: z.string(), list: z.string(), name: z.string(), owner: z.string(), savedAt: z.string() },
  state: viewState,
});

/** A saved view as it is recorded. */
export type KeptView = z.infer<typeof kept>;

/** The views in a record, without those that a later version cannot read. */
export const viewsIn = (body: object | undefined): readonly KeptView[] => {
  const { views } = (body ?? {}) as { readonly views?: unknown };
  if (!Array.isArray(views)) return [];
  return views.flatMap((each) => kept.safeParse(each).data ?? []);
};
