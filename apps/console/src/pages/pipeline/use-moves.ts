import { useState } from 'react';
import { send, type Receipt } from '../../api/command.js';
import { ApiProblem } from '../../api/problem.js';
import { showToast } from '../../design/toast.js';
import { useValueWords } from '../../design/value-words.js';
import { useRefresh } from '../../session/use-session.js';
import type { Deal, Step, Target, Why } from './deal.js';
import { usePipelineTexts } from './texts.js';
import { mayPass, useRefusals, type Refused } from './use-refusals.js';

/** A move that waits for its reason; `hint` is what the rule with this `code` says. */
export type Question = {
  readonly deal: Deal;
  readonly target: Target;
  readonly hint?: string;
  readonly code?: string;
};

/** Deals that have been moved, until the server shows it. */
export type Shifted = ReadonlyMap<string, { readonly deal: Deal; readonly target: Target }>;

const NEEDS_REASON = /NeedsReason$/;

const commandFor = ({ dealId, revision }: Deal, target: Target, why: Why) =>
  'to' in target
    ? { name: 'AdvanceDeal', fields: { dealId, to: target.to, ...why }, revision }
    : { name: 'CloseDeal', fields: { dealId, outcome: target.outcome, ...why }, revision };

const reverseOf = ({ dealId, step }: Deal, target: Target, reason: string) =>
  'to' in target
    ? { name: 'AdvanceDeal', fields: { dealId, to: step, reason } }
    : { name: 'ReopenDeal', fields: { dealId, reason } };

export type Moves = ReturnType<typeof useMoves>;

/**
 * Moves of deals: shown at once, with the receipt and its undo; a rule that wants a reason asks for it. What stands against a
 * move is shown with the deal, which is where it was or where others have moved it.
 */
export const useMoves = () => {
  const [shifted, setShifted] = useState<Shifted>(new Map());
  const [question, ask] = useState<Question>();
  const [refusals, refresh, told] = [useRefusals(), useRefresh(), useToldMove()];
  const settle = (id: string) => setShifted((all) => new Map([...all].filter(([each]) => each !== id)));

  const failed = (deal: Deal, target: Target, why: Why) => (error: unknown) => {
    settle(deal.dealId);
    if (error instanceof ApiProblem && NEEDS_REASON.test(error.code))
      ask({ deal, target, hint: error.message, code: error.code });
    else refusals.refuse({ deal, error, ...(mayPass(error) && { again: { target, why } }) });
  };
  const move = async (deal: Deal, target: Target, why: Why = {}) => {
    setShifted((all) => new Map([...all, [deal.dealId, { deal, target }]]));
    refusals.forget(deal.dealId);
    const notUndone = (error: unknown) => refusals.refuse({ deal, error });
    await send(commandFor(deal, target, why)).then(told(deal, target, notUndone), failed(deal, target, why));
    await refresh();
    settle(deal.dealId);
  };
  return {
    ...{ shifted, question, refusals },
    /** Tries a move once more, from where the deal is now. */
    again: ({ deal, again }: Refused) => {
      if (again) void move(deal, again.target, again.why);
    },
    /** Losing a deal always needs a reason. */
    move: (deal: Deal, target: Target) => {
      if ('to' in target && target.to === deal.step) return;
      if ('outcome' in target && target.outcome === 'lost') ask({ deal, target });
      else void move(deal, target);
    },
    answer: (why: Why) => {
      ask(undefined);
      if (question) void move(question.deal, question.target, why);
    },
    cancel: () => ask(undefined),
  };
};

/** Says what became of a move, and offers its reverse; a won deal does not go back. */
const useToldMove = () => {
  const [t, word, refresh] = [usePipelineTexts(), useValueWords(), useRefresh()];
  const stepWord = (step: Step) => word('OpenDealStep', step);
  return (deal: Deal, target: Target, failed: (error: unknown) => void) =>
    ({ position, revision }: Receipt) => {
      const { title, step } = deal;
      const undo = async () => {
        await send({ ...reverseOf(deal, target, t('undoReason')), revision });
        showToast({ text: t('undone', { title, step: stepWord(step) }) });
        await refresh();
      };
      const done =
        'to' in target
          ? t('moved', { title, step: stepWord(target.to) })
          : t(target.outcome === 'won' ? 'isWon' : 'isLost', { title });
      showToast({
        text: `${done} · ${t('receipt', { position })}`,
        ...(deal.status === 'open' && { undo: { label: t('undo'), run: () => void undo().catch(failed) } }),
      });
    };
};
