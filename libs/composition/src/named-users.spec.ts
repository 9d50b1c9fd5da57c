import { userFieldsOf } from '@annals/command-bus';
import { commandFrom } from '@annals/command-bus/forms';
import { EventStore, personPathsOf, Rejection } from '@annals/event-sourcing';
import { originOf } from '@annals/http';
import { CATALOGUE, type Catalogue } from '@annals/slice';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { annalsCatalogue, configurationOf } from './catalogue.js';
import { ProgramModule } from './service.module.js';
import { openTrialEngine } from './trial-engine.js';

const configuration = configurationOf({ DATA_DIR: '/nowhere' });

describe('every command with a route', () => {
  const routed = [...annalsCatalogue(configuration).commands.values()].flatMap(({ command }) =>
    command.route ? [{ ...command.route, type: command.type, fields: command.fields }] : [],
  );

  it.each(routed.map((each) => [each.type, each] as const))(
    '%s marks each field that names a user of the organisation',
    (_, { fields, post, creates }) => {
      const around = { customerId: z.string() }; // whose data it is stands on the record, if not in the command
      const schema = z.object({ ...around, ...fields }).toJSONSchema({ io: 'input', unrepresentable: 'any' });
      const named = personPathsOf(schema).filter(({ whose }) => whose === 'employee');
      const inBody = named.filter(({ path }) => path !== creates && !post.split('/').includes(`:${path}`));
      expect(userFieldsOf(fields).map(({ path }) => path)).toEqual(inBody.map(({ path }) => path));
    },
  );

  it('is checked by more than one slice', () => {
    const naming = routed.filter(({ fields }) => userFieldsOf(fields).length > 0).map(({ type }) => type);
    expect(naming).toEqual(expect.arrayContaining(['AssignOwner', 'OpenDeal', 'ChangeDeal', 'AssignComplaint']));
  });
});

describe('a user whom a command names', () => {
  let app: INestApplicationContext;
  let count = 0;
  beforeEach(async () => {
    const engine = await openTrialEngine(configuration);
    app = await NestFactory.createApplicationContext(ProgramModule.with(engine, { modules: [] }), { logger: false });
    await send('AddUser', { userId: 'anna', name: 'anna', displayName: 'Anna' });
    await send('AddUser', { userId: 'bo', name: 'bo', displayName: 'Bo' });
    await send('RegisterCustomer', { customerId: 'c', kind: 'person', roles: ['prospect'], name: '王芳' });
  });
  afterEach(() => app.close());

  const send = async (type: string, body: object, actor = 'tester', commandId = `command-${(count += 1)}`) => {
    const { commands } = app.get<Catalogue>(CATALOGUE);
    const { command } = commands.get(type)!;
    return app.get(CommandBus).execute(commandFrom({ ...body }, command, originOf({ ...body, commandId }, actor)));
  };
  const refusal = async (sent: Promise<unknown>) => {
    const error: unknown = await sent.catch((refused: unknown) => refused);
    if (!(error instanceof Rejection)) throw error;
    return { code: error.code, kind: error.kind, ...error.details };
  };
  const deactivate = (userId: string) => send('DeactivateUser', { userId, reason: 'Left.' });
  const last = async (stream: string) => (await app.get(EventStore).read(stream)).at(-1)!;

  const owned = (id: string) => ({ customerId: 'c', owner: { id } });
  const deal = { dealId: 'd', customerId: 'c', title: 'Meters', value: { amount: '10', currency: 'EUR' } };
  const complaint = {
    ...{ complaintId: 'co', customerId: 'c', channel: 'phone', category: 'Billing', severity: 'low' },
    ...{ subject: 'Twice', text: 'Twice.' },
  };
  const contact = {
    ...{ contactId: 'ct', customerId: 'c', channel: 'phone', direction: 'inbound', purpose: 'service' },
    ...{ summary: 'Asked.', outcome: 'reached' },
  };

  it.each([
    ['AssignOwner', owned('nobody'), 'owner.id'],
    ['OpenDeal', { ...deal, owner: { id: 'nobody' } }, 'owner.id'],
    ['MakeContact', { ...contact, contactedBy: { id: 'nobody' } }, 'contactedBy.id'],
  ])('is known: %s', async (type, body, field) => {
    const unknown = { code: 'UserUnknown', kind: 'reference', userId: 'nobody', field, rule: 'known' };
    expect(await refusal(send(type, body))).toEqual(unknown);
  });

  it('is active, if something is to be done from now on', async () => {
    await send('FileComplaint', complaint);
    await send('OpenDeal', deal);
    await deactivate('bo');
    const inactive = { code: 'UserInactive', kind: 'reference', userId: 'bo', rule: 'active' };
    const assigning = send('AssignComplaint', { complaintId: 'co', assignee: { id: 'bo' } });
    expect(await refusal(assigning)).toEqual({ ...inactive, field: 'assignee.id' });
    const changing = send('ChangeDeal', { dealId: 'd', owner: { id: 'bo' } });
    expect(await refusal(changing)).toEqual({ ...inactive, field: 'owner.id' });
    const issuing = send('IssueApiKey', { keyId: 'k', userId: 'bo', name: 'ERP' });
    expect(await refusal(issuing)).toEqual({ ...inactive, field: 'userId' });
  });

  it('may have been deactivated since a contact', async () => {
    await deactivate('bo');
    await send('MakeContact', { ...contact, contactedBy: { id: 'bo' } });
    expect(await last('contacts-c')).toMatchObject({ data: { contactedBy: { id: 'bo' } } });
  });

  it('is judged once: the same command again, or what is said already, stays silent', async () => {
    await send('AssignOwner', owned('bo'), 'tester', 'first');
    await send('OpenDeal', { ...deal, owner: { id: 'bo' } });
    await deactivate('bo');
    const { position } = await last('customer-c');
    expect(await send('AssignOwner', owned('bo'), 'tester', 'first')).toMatchObject({ position });
    expect(await send('AssignOwner', owned('bo'))).toMatchObject({ position });
    await send('ChangeDeal', { dealId: 'd', title: 'Gas meters', owner: { id: 'bo' } });
    expect(await last('deal-d')).toMatchObject({ data: { after: { title: 'Gas meters' } } });
  });

  it('is active again after a reactivation', async () => {
    await deactivate('bo');
    await send('ReactivateUser', { userId: 'bo' });
    await send('AssignOwner', owned('bo'));
    expect(await last('customer-c')).toMatchObject({ type: 'OwnerAssigned' });
  });

  it('stands with the revisions that say so on the event', async () => {
    await send('AssignOwner', owned('anna'));
    expect(await last('customer-c')).toMatchObject({ decidedOn: { 'user-anna': 0, access: -1 } });
    await deactivate('bo');
    await send('OpenDeal', { ...deal, owner: { id: 'anna' } });
    expect(await last('deal-d')).toMatchObject({ decidedOn: { 'customer-c': 1, 'user-anna': 0, access: 0 } });
  });

  it('may be anybody for the caller itself, and in an import of the past', async () => {
    await send('AssignOwner', owned('tester'));
    await send('AssignOwner', owned('northwind-employee-4'), 'system:import');
    expect(await last('customer-c')).toMatchObject({ data: { owner: { id: 'northwind-employee-4' } } });
  });
});
