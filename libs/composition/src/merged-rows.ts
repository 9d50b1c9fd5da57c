import { customerProblems } from '@annals/contracts-customers';
import { Rejection, type OneByOne } from '@annals/event-sourcing';
import { importFindings, type CommandInput, type Outcome, type RowWarning } from '@annals/importing';
import type { Correlated } from './earlier-imports.js';

type Input = CommandInput & Correlated;

type Led = { readonly input: Input; readonly warning: RowWarning };

type Run = (input: Input) => Promise<Outcome>;

/**
 * Carries out a command from a row or a message, whose sender reads no refusal. One that names a merged customer is carried out
 * on the survivor, with a warning: by `inTurn`, because several may lead to one survivor. Throws what `run` throws otherwise.
 */
export const onSurvivors = async (input: Input, run: Run, inTurn: OneByOne): Promise<Outcome> => {
  const warnings: RowWarning[] = [];
  let running = run(input);
  for (let sent = input; ;) {
    try {
      const outcome = await running;
      return outcome.status === 'done' && warnings.length > 0 ? { ...outcome, warnings } : outcome;
    } catch (error) {
      const led = ledOn(sent, error);
      if (!led) throw error;
      warnings.push(led.warning);
      sent = led.input;
      running = inTurn(() => run(led.input));
    }
  }
};

/** The command for the customer into whom the one that it names is merged; `undefined` if that is not why it was refused. */
const ledOn = (input: Input, refused: unknown): Led | undefined => {
  if (!(refused instanceof Rejection) || refused.problem !== MERGED) return undefined;
  const { customerId, survivorId } = refused.details as { readonly customerId: string; readonly survivorId: string };
  if (input.body['customerId'] !== customerId) return undefined;
  const warning = {
    field: 'customerId',
    ...importFindings.finding('CarriedOutOnSurvivor', { customerId, survivorId }),
  };
  return { input: { ...input, body: { ...input.body, customerId: survivorId } }, warning };
};

const MERGED = customerProblems.type('CustomerMerged');
