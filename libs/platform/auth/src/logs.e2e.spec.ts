import { ConsoleLogger } from '@nestjs/common';
import { chosen, Office, withOtherSecret } from '../test/office.js';

class Listening extends ConsoleLogger {
  readonly lines: string[] = [];
  protected override printMessages(messages: unknown[]) {
    this.lines.push(...messages.map(String));
  }
}

it('writes down who signs in and who is refused, but no password, token or name, whatever goes wrong', async () => {
  const logger = new Listening();
  const office = await Office.open({ logger });
  const { token, refreshToken } = await office.session();
  await office.signIn('guessed password', 'Jane Doe');
  await office.send(
    'POST',
    'session',
    { 'content-type': 'application/json' },
    { name: 7, password: { secret: chosen } },
  );
  await office.refresh(withOtherSecret(refreshToken));
  await office.ask('GET', 'me', `${token}x`);
  const { body: next } = await office.signIn(chosen);
  const { body } = await office.ask('POST', 'api-keys', next.token, { userId: 'nobody', name: 'Jane Doe' });
  expect(body.code).toBe('UserUnknown');
  expect((await office.ask('GET', 'fire', next.token)).status).toBe(500);
  await office.close();
  const log = logger.lines.join('\n');
  expect(log).toMatch(/^Error\n\s+at \S*fire/m);
  expect(log).toMatch(/admin has signed in at 192\.0\.2\.1\./);
  expect(log).toMatch(/401 WrongNameOrPassword for an unknown caller at 192\.0\.2\.1: POST \/v1\/session/);
  for (const secret of [chosen, office.oneTime, 'guessed', 'Jane', 'burns', token, refreshToken, next.token])
    expect(log).not.toContain(secret);
});
