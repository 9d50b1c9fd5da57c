import type { Parked } from './parked.js';

/** The view has no parked document with this key. */
export class NotParked extends Error {
  constructor(
    readonly view: string,
    readonly key: string,
  ) {
    super(`${view} has not parked ${key}.`);
  }
}

/** The projection still throws on the same or on a later event. */
export class StillParked extends Error {
  constructor(
    readonly view: string,
    readonly parked: Parked,
  ) {
    super(`${view} still cannot take event ${parked.eventId} into ${parked.key}: ${parked.message}`);
  }
}

/** The served collection was built by another version of the projection, and only that version can continue it. */
export class OtherVersionServed extends Error {
  constructor(readonly collection: string) {
    super(`${collection} was made by another version of the program.`);
  }
}
