import fc from 'fast-check';
import { problems, Rejection, sentenceOf } from './index.js';

const title = { en: 'Train full', zh: '列车已满' };
const train = problems({
  TrainUnknown: {
    kind: 'missing',
    reference: true,
    title,
    detail: { en: 'There is no train {train}.', zh: '没有车次 {train}。' },
    example: { train: 'G1' },
  },
  TrainFull: {
    kind: 'conflict',
    title,
    detail: { en: 'No {class} seat is left; {others} are free.', zh: '{class}已售完，{others}尚有余票。' },
    values: { class: { second: { en: 'second-class', zh: '二等座' } } },
    example: { class: 'second', others: ['first', 'business'] },
  },
});

const caught = (work: () => never): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

it('rejects with the code, the kind, the details, and a sentence in both languages', () => {
  const rejection = caught(() => train.reject('TrainUnknown', { train: 'G7', station: 'Beijing' }));
  expect(rejection).toBeInstanceOf(Rejection);
  expect(rejection).toMatchObject({
    code: 'TrainUnknown',
    kind: 'missing',
    details: { train: 'G7', station: 'Beijing' },
    sentence: { en: 'There is no train G7.', zh: '没有车次 G7。' },
  });
});

it('rejects what a body names as a reference', () => {
  expect(caught(() => train.rejectReference('TrainUnknown', { train: 'G7' }))).toMatchObject({
    code: 'TrainUnknown',
    kind: 'reference',
  });
});

it('lists its problems in the order of their declaration', () => {
  expect(train.types.map(({ code }) => code)).toEqual(['TrainUnknown', 'TrainFull']);
});

it('says values in the words of the language, and lists with its comma', () => {
  const details = { class: 'second', others: ['first', 'business'] };
  expect(sentenceOf(train.type('TrainFull'), details)).toEqual({
    en: 'No second-class seat is left; first, business are free.',
    zh: '二等座已售完，first、business尚有余票。',
  });
});

it.each([
  [null, 'There is no train none.'],
  [undefined, 'There is no train none.'],
  [7, 'There is no train 7.'],
  [{ line: 'G' }, 'There is no train {"line":"G"}.'],
  ['constructor', 'There is no train constructor.'],
  ['{train}', 'There is no train {train}.'],
])('says %j', (value, sentence) => {
  expect(sentenceOf(train.type('TrainUnknown'), { train: value }).en).toBe(sentence);
});

it('stays short and well formed, however long a value is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 90, maxLength: 400 }), (value) => {
      const { en } = sentenceOf(train.type('TrainUnknown'), { train: value });
      expect([...en].length).toBeLessThan(130);
      expect(en.isWellFormed()).toBe(true);
    }),
  );
});
