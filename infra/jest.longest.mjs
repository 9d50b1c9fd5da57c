import { readFileSync } from 'node:fs';
import Sequencer from '@jest/test-sequencer';

const isLong = ({ path }) => readFileSync(path, 'utf8').startsWith('/** @long ');

/** Suites that say `@long` at their top begin first, so that none of them runs alone at the end. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const suites = Map.groupBy(super.sort(tests), isLong);
    return [true, false].flatMap((long) => suites.get(long) ?? []);
  }
}
