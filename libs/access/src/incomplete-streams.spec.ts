import { HistoryIncomplete } from '@annals/event-sourcing';
import { MemoryEventStore } from '@annals/store-memory';
import { openDeal, openDoor } from '../test/front-door.staffed.js';

/** A log of which some streams were deleted. */
class Lacking extends MemoryEventStore {
  readonly deleted = new Set<string>();

  override read(stream: string, after?: number) {
    if (this.deleted.has(stream)) return Promise.reject(new HistoryIncomplete(stream, 'deleted'));
    return super.read(stream, after);
  }
}

let log: Lacking;
let door: Awaited<ReturnType<typeof openDoor>>;
beforeEach(async () => {
  log = new Lacking();
  door = await openDoor(log);
  await door.happen('deal-d-1', 'u-free', openDeal('d-1', 'u-free', null));
  for (const stream of ['customer-u-free', 'customer-u-ann', 'deal-d-1']) log.deleted.add(stream);
});
afterEach(() => door.close());

it('are no fact that a caller learns about what is out of scope', async () => {
  expect(await door.ask('ann', 'ChangeData', { customerId: 'u-free' })).toBe('CustomerNotFound');
  expect(await door.ask('ann', 'ChangeData', { customerId: 'u-none' })).toBe('CustomerNotFound');
  expect(await door.ask('ann', 'OpenDeal', { dealId: 'd-9', customerId: 'u-free' })).toBe('CustomerNotRegistered');
  expect(await door.ask('ann', 'CloseDeal', { dealId: 'd-1' })).toBe('DealNotFound');
});
