import { anyLogOf, projectionContract } from './projection.contract.js';
import { anyTallyEvent, tallies } from './tally.js';

describe('tallies', () => {
  projectionContract(tallies, anyLogOf(anyTallyEvent));
});
