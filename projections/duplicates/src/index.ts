export {
  COMPARED,
  comparedAfter,
  duplicateKeys,
  MOST_OF_KEY,
  PERSONAL,
  traitsOfFile,
  type ComparedFile,
} from './duplicate-keys.js';
export { differentPairs, duplicateLines, isSettled, type DifferentPair } from './different-pairs.js';
