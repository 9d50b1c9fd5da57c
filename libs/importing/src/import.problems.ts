import { findings, type Words } from '@annals/event-sourcing';

const WANTED = {
  number: { en: 'a number', zh: '数字' },
  whole: { en: 'a whole number', zh: '整数' },
  exact: {
    en: 'a number of at most 15 digits before and 8 after the point',
    zh: '小数点前最多 15 位、后最多 8 位的数字',
  },
};

/** What may be wrong with a cell, a row or a key, before any rule has seen it. */
export const importFindings = findings({
  BadNumber: {
    title: { en: 'Not a number', zh: '不是数字' },
    detail: {
      en: '“{text}” is not {wanted}. Correct the cell, or say in the mapping how the file writes numbers.',
      zh: '“{text}”不是{wanted}。请更正该单元格，或在映射中说明文件的数字写法。',
    },
    values: { wanted: WANTED },
    example: { text: '12,5', wanted: 'number' },
  },
  BadDate: {
    title: { en: 'Not a date', zh: '不是日期' },
    detail: {
      en: '“{text}” is not a date written as {formats}. Correct the cell, or name its format in the mapping.',
      zh: '“{text}”不是按 {formats} 书写的日期。请更正该单元格，或在映射中注明其格式。',
    },
    example: { text: '2026-02-30', formats: ['ISO 8601'] },
  },
  BadBoolean: {
    title: { en: 'Neither yes nor no', zh: '既非是也非否' },
    detail: {
      en: '“{text}” is none of {words}. Correct the cell, or name the word in the mapping.',
      zh: '“{text}”不在 {words} 之中。请更正该单元格，或在映射中注明该词。',
    },
    example: { text: 'maybe', words: ['true', 'yes', '1', 'false', 'no', '0'] },
  },
  NotInMap: {
    title: { en: 'Value not mapped', zh: '值未映射' },
    detail: {
      en: '“{text}” is none of {keys}. Correct the cell, or add the value to the map.',
      zh: '“{text}”不在 {keys} 之中。请更正该单元格，或在映射表中增加该值。',
    },
    example: { text: 'Fibre', keys: ['DSL', 'Fiber optic'] },
  },
  BadValue: {
    title: { en: 'Not a text', zh: '不是文本' },
    detail: {
      en: 'A list or an object has no text to work on. Put the step before the one that splits.',
      zh: '列表或对象没有可处理的文本。请将该步骤放在拆分步骤之前。',
    },
  },
  Blank: {
    title: { en: 'Blank', zh: '空白' },
    detail: { en: '{label} is blank. Fill the cell in.', zh: '{label} 为空白。请填写该单元格。' },
    example: { label: 'customerID' },
  },
  BlankKey: {
    title: { en: 'Key blank', zh: '键为空白' },
    detail: {
      en: 'The key is blank. Fill in at least one of its columns.',
      zh: '键为空白。请至少填写其中一列。',
    },
  },
  BadRow: {
    title: { en: 'Row cannot be read', zh: '行无法读取' },
    detail: {
      en: 'The row cannot be read: {problem}. Correct it in the file.',
      zh: '该行无法读取：{problem}。请在文件中更正。',
    },
    example: { problem: '3 values where the file has 2 columns' },
  },
  NotFound: {
    title: { en: 'No row with this key', zh: '没有该键的行' },
    detail: {
      en: 'The file “{file}” has no row for {key}. Add it there, or correct the key.',
      zh: '文件“{file}”中没有键 {key} 的行。请在该文件中补充，或更正键。',
    },
    example: { file: 'prices', key: '4711' },
  },
  DuplicateKey: {
    title: { en: 'Key twice', zh: '键重复' },
    detail: {
      en: 'An earlier row has the key {key}, too, and is the one that counts. Remove one of them.',
      zh: '较早的一行也使用键 {key}，以该行为准。请删除其中一行。',
    },
    example: { key: '4711' },
  },
  KeyRepeated: {
    title: { en: 'Key repeated with other content', zh: '键重复且内容不同' },
    detail: {
      en: 'An earlier row has the key {key} with other content, and is the one that counts. Remove one of them, or add a column to the key.',
      zh: '较早的一行使用相同的键 {key} 但内容不同，以较早的一行为准。请删除其中一行，或在键中增加列。',
    },
    example: { key: '4711' },
  },
  CarriedOutOnSurvivor: {
    title: { en: 'Customer merged', zh: '客户已合并' },
    detail: {
      en: 'Customer {customerId} is merged into customer {survivorId}. The row was carried out on customer {survivorId}; name that one in later files.',
      zh: '客户 {customerId} 已合并至客户 {survivorId}，该行已对客户 {survivorId} 执行。后续文件请直接使用该客户。',
    },
    example: { customerId: 'c-2', survivorId: 'c-1' },
  },
});

/** Why a row cannot be read, in both languages. */
export const rowProblems = {
  unclosed: { en: 'a quote that is not closed', zh: '引号未闭合' },
  quoteInside: { en: 'a quote inside a value that is not quoted', zh: '未加引号的值中含有引号' },
  afterQuote: { en: 'text after a closing quote', zh: '闭合引号之后还有文本' },
  encoding: (name: string): Words => ({ en: `bytes that are not ${name}`, zh: `含有非 ${name} 编码的字节` }),
  width: (values: number, columns: number): Words => ({
    en: `${values} values where the file has ${columns} columns`,
    zh: `有 ${values} 个值，而文件有 ${columns} 列`,
  }),
};
