import { bodyOfMessage } from '@annals/slice';
import { annalsCatalogue, configurationOf, inbound } from './catalogue.js';

const { commands } = annalsCatalogue(configurationOf({}));

it.each(inbound)('turns $name into a command that callers may send, too', ({ command }) => {
  expect(commands.get(command)?.command.route).toBeDefined();
});

it('knows no two messages of one topic by one name', () => {
  const names = inbound.map(({ topic, name }) => `${topic} ${name}`);
  expect(new Set(names).size).toBe(names.length);
});

it.each([
  ['{', { code: 'NotJson' }],
  [
    '{"lines":[{"quantity":12345678901234567890}]}',
    { code: 'MessageInvalid', field: 'lines.0.quantity', rule: 'exactNumber' },
  ],
  [
    '{"lines":[{"quantity":"12345678901234567890"},1.5]}',
    { body: { lines: [{ quantity: '12345678901234567890' }, 1.5] } },
  ],
])('reads the message %s', (text, read) => {
  expect(bodyOfMessage(text)).toMatchObject(read);
});
