import fc from 'fast-check';
import { NoAnswer } from './failures.js';
import { patiently, USUAL, type Time } from './patience.js';

/** A clock that moves by what is waited for. */
const given = () => {
  let now = 0;
  const time: Time = { now: () => now, sleep: async (ms) => void (now += ms) };
  return { time, pass: (ms: number) => (now += ms) };
};

const anyAnswers = fc.array(fc.integer({ min: 0, max: USUAL.answerWithin }), { minLength: 1, maxLength: 200 });

/** How long calls last that fail after these milliseconds, over and over, and how many there are. */
const failing = async (answers: readonly number[]) => {
  const { time, pass } = given();
  let calls = 0;
  const call = async () => {
    const lasts = answers[calls++ % answers.length]!;
    pass(lasts);
    throw lasts === USUAL.answerWithin ? new NoAnswer(lasts) : new Error('not ready');
  };
  await expect(patiently(call, USUAL, () => false, undefined, time)).rejects.toThrow();
  return { lasted: time.now(), calls };
};

it('ends within five seconds, whatever fails how slowly', () =>
  fc.assert(
    fc.asyncProperty(anyAnswers, async (answers) => {
      expect((await failing(answers)).lasted).toBeLessThanOrEqual(4_900);
    }),
  ));

it('tries as long as there is patience, and ever less often', () =>
  fc.assert(
    fc.asyncProperty(anyAnswers, async (answers) => {
      const { lasted, calls } = await failing(answers);
      expect(lasted).toBeGreaterThanOrEqual(USUAL.patience);
      expect(calls).toBeLessThanOrEqual(8);
    }),
  ));

it('waits no more once it is answered', async () => {
  const { time, pass } = given();
  const call = jest.fn(async () => {
    pass(1_500);
    if (call.mock.calls.length < 2) throw new NoAnswer(1_500);
    return 'answered';
  });
  expect(await patiently(call, USUAL, () => false, undefined, time)).toBe('answered');
  expect(time.now()).toBe(1_500 + USUAL.firstWait + 1_500);
});
