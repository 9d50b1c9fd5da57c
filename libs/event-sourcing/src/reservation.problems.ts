import { problems } from './problem.js';

export const identifierProblems = problems({
  IdentifierTaken: {
    kind: 'taken',
    title: { en: 'Value already in use', zh: '该值已被使用' },
    detail: {
      en: 'Another record has the same `{field}`, which has to be unique. Open that record (`details.holder`, if you may see it), or send another value.',
      zh: '另一条记录已有相同的 `{field}`，该字段必须唯一。请打开该记录（有权查看时见 `details.holder`），或改用其他值。',
    },
    example: { field: 'taxNumber', holder: 'customer-c-1' },
  },
});
