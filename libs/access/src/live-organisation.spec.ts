import { RolesGranted, UserAdded, UserDeactivated } from '@annals/contracts-organisation';
import { EventStoreDecorator } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { appendTo, until } from '@annals/testing';
import { Logger } from '@nestjs/common';
import { openFrontDoor } from '../test/front-door.js';
import { DirectoryUsers, type LiveOrganisation } from './index.js';

const added = UserAdded.event({ userId: 'u-1', name: 'li.na', displayName: '李娜' });
const granted = RolesGranted.event({ userId: 'u-1', before: [], after: ['sales'] });
const revoked = RolesGranted.event({ userId: 'u-1', before: ['sales'], after: [] });

/** A log that can be away. */
class Server extends EventStoreDecorator {
  isAway = false;
  private readonly gone = new Set<AbortController>();

  leave() {
    this.isAway = true;
    for (const each of this.gone) each.abort();
  }

  override async head() {
    this.expectThere();
    return this.log.head();
  }

  override async *readAll(...asked: Parameters<EventStoreDecorator['readAll']>) {
    this.expectThere();
    yield* this.log.readAll(...asked);
  }

  override async *follow(...[after, signal, options]: Parameters<EventStoreDecorator['follow']>) {
    this.expectThere();
    const gone = new AbortController();
    this.gone.add(gone);
    yield* this.log.follow(after, AbortSignal.any([signal, gone.signal]), options);
    this.expectThere();
  }

  private expectThere() {
    if (this.isAway) throw new Error('The server is away.');
  }
}

beforeAll(() => void Logger.overrideLogger(false));

let server: Server;
let door: Awaited<ReturnType<typeof openFrontDoor>>;
let organisation: LiveOrganisation;
let users: DirectoryUsers;
const open = async () => {
  door = await openFrontDoor(server);
  organisation = door.organisation;
  users = new DirectoryUsers(organisation);
};
beforeEach(async () => {
  server = new Server(new MemoryEventStore());
  await open();
});
afterEach(() => door.close());

const isKnown = async () => (await users.find('u-1')) !== null;

describe('the organisation', () => {
  it('is known as this process has just changed it', async () => {
    expect(await users.find('u-1')).toBeNull();
    await door.organise(added, granted);
    expect(await users.find('u-1')).toEqual({ id: 'u-1', name: 'li.na', roles: ['sales'], active: true });
    await door.organise(revoked);
    expect(await users.find('u-1')).toMatchObject({ roles: [] });
    await door.organise(UserDeactivated.event({ userId: 'u-1', reason: 'left' }));
    expect(await users.find('u-1')).toMatchObject({ active: false });
  });

  it('is known before the first question, too', async () => {
    await door.organise(added, granted);
    expect(await users.find('u-1')).toMatchObject({ roles: ['sales'] });
  });

  it('follows what other processes change', async () => {
    expect(await isKnown()).toBe(false);
    await appendTo(server, added);
    await until(isKnown);
  });

  it('is asked for in the log where the last change counts', async () => {
    expect(await isKnown()).toBe(false);
    await appendTo(server, added);
    expect(await users.findNow('u-1')).toMatchObject({ name: 'li.na' });
  });

  it('stays the same when something happens with customers', async () => {
    await door.organise(added);
    const before = await organisation.now();
    await door.happen('customer-u-9', 'u-9', { type: 'CustomerLost', schemaVersion: 1, data: { customerId: 'u-9' } });
    expect(await organisation.now()).toBe(before);
    await door.organise(granted);
    expect(await organisation.now()).not.toBe(before);
  });
});

describe('while the log is away, the organisation', () => {
  it('is the last known one', async () => {
    await door.organise(added, granted);
    expect(await isKnown()).toBe(true);
    server.leave();
    expect(await users.find('u-1')).toMatchObject({ roles: ['sales'] });
    await expect(users.findNow('u-1')).rejects.toThrow('The server is away.');
  });

  it('is the one of the view for a process that has just started', async () => {
    await door.organise(added, granted);
    await door.seen();
    server.leave();
    expect(await users.find('u-1')).toMatchObject({ roles: ['sales'] });
  });

  it('is followed again when the log is back', async () => {
    expect(await isKnown()).toBe(false);
    server.leave();
    server.isAway = false;
    await appendTo(server, added);
    await until(isKnown);
  });
});

it('takes nothing from a view that is ahead of the log', async () => {
  await door.organise(added, granted);
  await door.seen();
  const { documents } = door;
  await door.close();
  server = new Server(new MemoryEventStore());
  door = await openFrontDoor(server, documents);
  expect(await new DirectoryUsers(door.organisation).find('u-1')).toBeNull();
});

it('asks again after a failure of the store', async () => {
  const find = door.documents.find.bind(door.documents);
  door.documents.find = () => Promise.reject(new Error('The disk is gone.'));
  await expect(organisation.now()).rejects.toThrow('The disk is gone.');
  door.documents.find = find;
  await door.organise(added);
  expect(await users.find('u-1')).toMatchObject({ name: 'li.na' });
});
