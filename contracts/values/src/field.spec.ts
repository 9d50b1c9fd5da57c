import { z } from 'zod';
import { choice, field, personal } from './index.js';

const severity = choice({ low: { en: 'Low', zh: '低' }, high: { en: 'High', zh: '高' } });

describe('a choice', () => {
  it('accepts only its values', () => {
    expect(['low', 'high', 'middle', 'toString'].map((value) => severity.safeParse(value).success)).toEqual([
      ...[true, true, false, false],
    ]);
    expect(severity.options).toEqual(['low', 'high']);
  });
  it('has labels for its values', () =>
    expect(severity.meta()).toMatchObject({ values: { low: { en: 'Low', zh: '低' } } }));
});

describe('a field', () => {
  const label = { en: 'Name', zh: '姓名' };
  const described = field(personal, label, { example: '李娜', description: { en: 'As written.', zh: '如所写。' } });

  it('has its label in its JSON Schema, also if it is optional', () => {
    const { properties } = z.object({ name: described.optional() }).toJSONSchema();
    expect(properties?.['name']).toMatchObject({
      ...{ type: 'string', label, examples: ['李娜'] },
      ...{ description: 'As written.', descriptionZh: '如所写。' },
    });
  });
  it('has the kind of person that it identifies', () =>
    expect(field(z.string(), label, { identifies: 'employee' }).meta()).toEqual({ label, identifies: 'employee' }));
  it('accepts the same values as its schema, and keeps the metadata of that', () => {
    expect(described.safeParse('').success).toBe(personal.safeParse('').success);
    expect(described.meta()).toMatchObject({ ...personal.meta() });
  });
});
