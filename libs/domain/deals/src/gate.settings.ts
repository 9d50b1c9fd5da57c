import { namedValues, setting, type Reader } from '@annals/configuration';
import { STEPS, type Step } from '@annals/contracts-deals';
import { GATES, type Gate, type StepGates } from './deal.gates.js';

// A deal enters the first step by being opened.
const GATED = STEPS.slice(1);

const PART = new RegExp(`^(${GATED.join('|')})=((?:${GATES.join('|')})(?:\\+(?:${GATES.join('|')}))*)$`);

/** What a step needs. */
const gate: Reader<readonly [Step, readonly Gate[]]> = {
  allowed: `a list with commas, each ${GATES.join(', ')} for any of ${GATED.join(', ')}, such as negotiation=sample+lines; or none`,
  read: (part) => {
    const [, step, needed] = PART.exec(part) ?? [];
    return step && needed ? [step as Step, needed.split('+') as Gate[]] : undefined;
  },
};

const stepGates: Reader<StepGates> = namedValues(gate);

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
