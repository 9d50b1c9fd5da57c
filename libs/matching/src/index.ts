export { compare, VERDICTS, type Comparison, type MatchThresholds, type Verdict } from './compare.js';
export { EVIDENCE, EVIDENCE_CODES, type Evidence, type EvidenceCode } from './evidence.js';
export { keysOf } from './keys.js';
export { traitsOf, type Described, type Traits } from './traits.js';
