import { problems } from './index.js';

// What the compiler has to refuse. An error that no longer comes fails `npm run types`.

const title = { en: 'Train full', zh: '列车已满' };

const train = problems({
  TrainUnknown: {
    kind: 'missing',
    reference: true,
    title: { en: 'Train not found', zh: '车次不存在' },
    detail: { en: 'There is no train {train}. Check its number.', zh: '没有车次 {train}，请核对车次号。' },
    example: { train: 'G1' },
  },
  PlatformUnknown: {
    kind: 'missing',
    title,
    detail: { en: 'There is no platform {platform}.', zh: '没有站台 {platform}。' },
    example: { platform: 7 },
  },
  TrainFull: {
    kind: 'conflict',
    title,
    detail: {
      en: 'All {seats} seats are sold. Choose another train.',
      zh: '{seats} 个座位已售完，请改选{class}的车次。',
    },
    example: { seats: 556, class: '二等座' },
  },
  TrainCancelled: {
    kind: 'conflict',
    title,
    detail: { en: 'The train is cancelled. Choose another one.', zh: '该车次已取消，请改选其他车次。' },
  },
});

export const compiles = [
  () => train.reject('TrainCancelled'),
  () => train.reject('TrainCancelled', { since: '2026-01-05' }),
  () => train.reject('TrainFull', { seats: 556, class: 'second', sold: 556 }),
  () => train.rejectReference('TrainUnknown', { train: 'G1' }),
];

export const refused = [
  // @ts-expect-error: 'TrainFul' is declared nowhere
  () => train.reject('TrainFul', { seats: 556, class: 'second' }),
  // @ts-expect-error: the sentence names the seats
  () => train.reject('TrainFull'),
  // @ts-expect-error: the Chinese sentence names the class
  () => train.reject('TrainFull', { seats: 556 }),
  // @ts-expect-error: 'seat' is not what the sentence names
  () => train.reject('TrainFull', { seat: 556, class: 'second' }),
  // @ts-expect-error: no body names a platform
  () => train.rejectReference('PlatformUnknown', { platform: 7 }),
  // @ts-expect-error: a train that is full is there
  () => train.rejectReference('TrainFull', { seats: 556, class: 'second' }),
];

// @ts-expect-error: 'teapot' is no kind
problems({ TrainLate: { kind: 'teapot', title, detail: title } });

// @ts-expect-error: the title is in both languages
problems({ TrainLate: { kind: 'conflict', title: { en: 'Train late' }, detail: title } });

// @ts-expect-error: the sentence names the minutes, so there is an example of them
problems({ TrainLate: { kind: 'conflict', title, detail: { en: '{minutes} minutes late.', zh: '晚点。' } } });

problems({
  TrainLate: {
    kind: 'conflict',
    title,
    detail: { en: '{minutes} minutes late.', zh: '晚点 {minutes} 分钟。' },
    // @ts-expect-error: the minutes are missing
    example: { hours: 1 },
  },
});
