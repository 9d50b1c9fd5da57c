import type { Parked } from './parked.js';

/** The view has no such key that is parked. */
export class NotParked extends Error {
  constructor(
    readonly view: string,
    readonly key: string,
  ) {
    super(`${view} has not parked ${key}.`);
  }
}

/** The projection still throws, on the same event or on a later one. */
export class StillParked extends Error {
  constructor(
    readonly view: string,
    readonly parked: Parked,
  ) {
    super(`${view} still cannot take event ${parked.eventId} into ${parked.key}: ${parked.message}`);
  }
}

/** The served collection was made by another version of the projection, which alone can go on with it. */
export class OtherVersionServed extends Error {
  constructor(readonly collection: string) {
    super(`${collection} was made by another version of the program.`);
  }
}
