import { expected } from '@annals/contracts-values';
import { z } from 'zod';
import { fieldErrorsOf } from './field-errors.js';

const clock = z.string().regex(/^\d\d:\d\d$/, expected('a clock time such as 08:30', '时刻，例如 08:30'));

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  kind: z.enum(['person', 'organisation']),
  age: z.int().min(0).max(150).optional(),
  opens: clock.nullish(),
  tags: z.array(z.string().min(2)).min(1).max(2).optional(),
  email: z.email().optional(),
  born: z.iso.date().optional(),
  share: z.number().gt(0).lt(1).optional(),
});

const good = { name: 'Ann', kind: 'person' };

it.each<[object, string, string, string, string]>([
  [{ name: null }, 'name', 'invalid_type', '`name` is not valid. Send a text.', '`name` 无效，请发送文本。'],
  [{ name: '' }, 'name', 'too_small', '`name` is empty. Send a text.', '`name` 为空，请填写文本。'],
  [
    { name: 'Annabel' },
    'name',
    'too_big',
    '`name` is longer than 5 characters. Shorten it.',
    '`name` 超过 5 个字符，请缩短。',
  ],
  [
    { kind: 'dog' },
    'kind',
    'invalid_value',
    '`kind` is not valid. Send one of `person`, `organisation`.',
    '`kind` 无效，请发送 `person`、`organisation` 之一。',
  ],
  [{ age: 1.5 }, 'age', 'invalid_type', '`age` is not valid. Send a whole number.', '`age` 无效，请发送整数。'],
  [
    { age: 151 },
    'age',
    'too_big',
    '`age` is greater than 150. Send 150 or less.',
    '`age` 大于 150，请发送不大于 150 的值。',
  ],
  [{ age: -1 }, 'age', 'too_small', '`age` is less than 0. Send 0 or more.', '`age` 小于 0，请发送不小于 0 的值。'],
  [{ share: 1 }, 'share', 'too_big', '`share` has to be less than 1. Send less.', '`share` 必须小于 1，请减小。'],
  [{ share: 0 }, 'share', 'too_small', '`share` has to be greater than 0. Send more.', '`share` 必须大于 0，请增大。'],
  [
    { opens: '8' },
    'opens',
    'invalid_format',
    '`opens` is not valid. Send a clock time such as 08:30.',
    '`opens` 无效，请发送时刻，例如 08:30。',
  ],
  [
    { tags: [] },
    'tags',
    'too_small',
    '`tags` has fewer entries than 1. Send at least 1.',
    '`tags` 少于 1 项，请至少发送 1 项。',
  ],
  [
    { tags: ['aa', 'bb', 'cc'] },
    'tags',
    'too_big',
    '`tags` has more than 2 entries. Send at most 2.',
    '`tags` 超过 2 项，请最多发送 2 项。',
  ],
  [
    { tags: ['aa', 'b'] },
    'tags.1',
    'too_small',
    '`tags.1` is shorter than 2 characters. Lengthen it.',
    '`tags.1` 少于 2 个字符，请加长。',
  ],
  [
    { email: 'x' },
    'email',
    'invalid_format',
    '`email` is not valid. Send an e-mail address such as name@example.com.',
    '`email` 无效，请发送电子邮件地址，例如 name@example.com。',
  ],
  [
    { born: '1990-02-30' },
    'born',
    'invalid_format',
    '`born` is not valid. Send a day such as 2026-01-31.',
    '`born` 无效，请发送日期，例如 2026-01-31。',
  ],
])('says of %j what is wrong and what to send', (wrong, field, rule, en, zh) => {
  expect(fieldErrorsOf(schema, { ...good, ...wrong }, [])).toEqual([{ field, rule, message: { en, zh } }]);
});
