import { annalsCatalogue, configurationOf } from './catalogue.js';
import { draftFormsOf } from './draft-forms.js';

const { commands } = annalsCatalogue(configurationOf({}));
const forms = draftFormsOf({ commands });

it('has the fields of every command that callers can send, and no other command', () => {
  expect(forms.get('MakeContact')).toEqual(expect.arrayContaining(['customerId', 'channel', 'summary', 'occurredAt']));
  const sent = [...commands.values()].filter(({ command }) => command.route).map(({ command }) => command.type);
  expect([...forms.keys()]).toEqual(sent);
  expect(sent.length).toBeLessThan(commands.size);
});

it('has no field for a password or another secret, which a draft would keep', () => {
  const secret = [...forms].flatMap(([type, fields]) =>
    fields.filter((name) => /password|secret|token|credential|^key$/i.test(name)).map((name) => `${type}.${name}`),
  );
  expect(secret).toEqual([]);
});
