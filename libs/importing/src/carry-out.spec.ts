import { carryOut, type Ordered } from './carry-out.js';
import type { CommandInput, Outcome } from './command.js';

const ordered = (commandId: string, ...lanes: readonly string[]): Ordered => ({
  command: { type: 'MakeContact', commandId, source: 'sample', body: {} },
  lanes: [commandId, ...lanes],
});

const calls = async (commands: readonly Ordered[], inFlight: number, refused: readonly string[] = []) => {
  const made: string[][] = [];
  const outcomeOf = ({ commandId }: CommandInput): Outcome =>
    refused.includes(commandId)
      ? { status: 'refused', code: 'Refused', message: { en: 'No.', zh: '否。' } }
      : { status: 'done', stored: true };
  const failed = await carryOut(commands, {
    inFlight,
    execute: async (inputs) => {
      made.push(inputs.map(({ commandId }) => commandId));
      return inputs.map(outcomeOf);
    },
  });
  return { made, failed: failed.map(({ command }) => command.commandId) };
};

it('carries out commands that share a lane one after another, and others at once', async () => {
  const commands = [ordered('a1', 'a'), ordered('b1', 'b'), ordered('a2', 'a'), ordered('c1', 'b', 'a'), ordered('d1')];
  expect((await calls(commands, 10)).made).toEqual([['a1', 'b1', 'd1'], ['a2'], ['c1']]);
});

it('has no more commands under way than it is asked for', async () => {
  const commands = Array.from({ length: 7 }, (_, n) => ordered(`c${n}`));
  const { made } = await calls(commands, 3);
  expect(made.map(({ length }) => length)).toEqual([3, 3, 1]);
});

it('returns what was refused, and goes on', async () => {
  const { made, failed } = await calls([ordered('a1', 'a'), ordered('a2', 'a')], 10, ['a1']);
  expect({ made, failed }).toEqual({ made: [['a1'], ['a2']], failed: ['a1'] });
});
