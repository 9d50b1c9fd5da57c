import { listOf, setting, type Reader } from '@annals/configuration';
import { STEPS } from '@annals/contracts-deals';
import { GATES, type StepGates } from './deal.gates.js';

// A deal enters the first step by being opened.
const GATED = STEPS.slice(1);

const PART = new RegExp(`^(${GATED.join('|')})=((?:${GATES.join('|')})(?:\\+(?:${GATES.join('|')}))*)$`);

const gate: Reader<readonly [string, readonly string[]]> = {
  allowed: `${GATES.join(', ')} for any of ${GATED.join(', ')}, such as negotiation=sample+lines`,
  read: (part) => {
    const [, step, needed] = PART.exec(part) ?? [];
    return step && needed ? [step, needed.split('+')] : undefined;
  },
};

const gates = listOf(gate);

/** What each step needs; each step once. */
const stepGates: Reader<StepGates> = {
  allowed: gates.allowed,
  read: (text) => {
    const entries = gates.read(text);
    const found = entries && Object.fromEntries(entries);
    return found && Object.keys(found).length === entries.length ? found : undefined;
  },
};

/** Settings of the steps of deals. */
export const gateSettings = {
  stepGates: setting(
    'DEAL_STEP_GATES',
    'none',
    {
      en: 'What a deal needs before it enters a step or goes past it, by step; a deal without it moves on only with a reason',
      zh: '商机进入或越过某步骤之前须具备的条件（按步骤）；不具备时须说明原因才能推进',
    },
    stepGates,
  ),
};
