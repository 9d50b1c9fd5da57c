import { changeRecord, RecordStore } from '@annals/event-sourcing';
import { Injectable } from '@nestjs/common';
import { viewsIn, type KeptView } from './saved-view.js';
import { put, without, type Room, type Shelf } from './shelf.js';

const KIND = 'saved-views';
const SHARED = 'shared';

const ROOM = { own: { all: 100, each: 100 }, shared: { all: 500, each: 50 } } satisfies Record<string, Room>;

/** The views of a user, and those that are shared. */
export type ShelvesOfUser = { readonly own: Shelf; readonly shared: Shelf };

/** The records of saved views: one for those of each user, and one for all that are shared. */
@Injectable()
export class Shelves {
  constructor(private readonly records: RecordStore) {}

  /** A view that is being moved from one to the other counts as shared. */
  async of(userId: string): Promise<ShelvesOfUser> {
    const [own, shared] = await Promise.all([this.shelf(ownOf(userId)), this.shelf(SHARED)]);
    return { own: own.filter(({ viewId }) => !shared.some((each) => each.viewId === viewId)), shared };
  }

  /** Stores a view of its owner; what is moved is in both places for a moment. Throws as `put` of a shelf does. */
  async put(view: KeptView, isShared: boolean): Promise<void> {
    const { own, shared } = await this.of(view.owner);
    const [place, beside, room] = isShared ? [SHARED, own, ROOM.shared] : [ownOf(view.owner), shared, ROOM.own];
    await this.change(place, (shelf) => put(shelf, view, { ...room, beside }));
    await this.take(isShared ? ownOf(view.owner) : SHARED, view.viewId);
  }

  async remove({ viewId, owner }: KeptView): Promise<void> {
    for (const place of [SHARED, ownOf(owner)]) await this.take(place, viewId);
  }

  private async shelf(place: string): Promise<Shelf> {
    return viewsIn((await this.records.get(KIND, place))?.body);
  }

  private async take(place: string, viewId: string): Promise<void> {
    const shelf = await this.shelf(place);
    if (shelf.some((each) => each.viewId === viewId)) await this.change(place, (now) => without(now, viewId));
  }

  private async change(place: string, change: (shelf: Shelf) => Shelf): Promise<void> {
    await changeRecord(this.records, { kind: KIND, id: place }, (present) => ({
      body: { views: change(viewsIn(present?.body)) },
    }));
  }
}

const ownOf = (userId: string) => `own/${userId}`;
