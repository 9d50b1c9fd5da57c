import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const WARM_UP = 8; // values that seeds close to each other have in common

/** Random choices that follow from a seed. */
export class Chance {
  constructor(seed) {
    this.generator = xoroshiro128plus(seed);
    for (let n = 0; n < WARM_UP; n += 1) this.generator.next();
  }

  /** A whole number from `least` to `most`, both included. */
  int(least, most) {
    return uniformInt(this.generator, least, most);
  }

  /** True in `percent` of 100 cases. */
  maybe(percent) {
    return this.int(1, 100) <= percent;
  }

  pick(list) {
    return list[this.int(0, list.length - 1)];
  }

  /** `count` different elements. */
  some(list, count) {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(this.int(0, left.length - 1), 1)[0]);
  }
}
