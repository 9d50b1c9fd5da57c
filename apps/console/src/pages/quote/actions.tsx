import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { addressOf } from '../../design/addresses.js';
import { CommandDrawer } from '../../design/form/command-drawer.js';
import { MoreCommands } from '../../design/more-commands.js';
import { actsOn, type Act } from './next-acts.js';
import type { Quote } from './quote-types.js';
import { Sending } from './sending.js';
import { useQuoteTexts } from './texts.js';
import { useCaller } from './use-caller.js';

/** The fields of a command that are shown at once. */
const SHOWN: Partial<Readonly<Record<Act, readonly string[]>>> = {
  RequestQuoteApproval: ['remark'],
  ApproveQuote: ['remark'],
  AcceptQuote: ['acceptedBy', 'reference', 'occurredAt'],
  DeclineQuote: ['reason', 'occurredAt'],
};

const DECISIONS: readonly Act[] = ['ApproveQuote', 'RefuseQuoteApproval'];
const ANSWERS: readonly Act[] = ['AcceptQuote', 'DeclineQuote'];

/** The version that the customer has: the one that was sent last. */
const standingOf = ({ versions }: Quote) => versions.findLast(({ sentAt }) => sentAt !== null)?.version;

const fixedFor = (quote: Quote, act: Act) => ({
  quoteId: quote.quoteId,
  ...(DECISIONS.includes(act) && { requestId: quote.approval?.requestId }),
  ...(ANSWERS.includes(act) && { version: standingOf(quote) }),
});

/** What can be done with a quote: at most three buttons with the main one last. */
export const Actions = ({ quote }: { readonly quote: Quote }) => {
  const [act, open] = useState<Act>();
  const [t, navigate] = [useQuoteTexts(), useNavigate()];
  const { main, second, more } = actsOn(quote, useCaller());
  const { quoteId, version, revision } = quote;
  const begin = (name: Act) => (name === 'ReviseQuote' ? void navigate(addressOf.reviseQuote(quoteId)) : open(name));
  return (
    <>
      {more.length > 0 && <MoreCommands names={more} onChoose={(name) => begin(name as Act)} />}
      {second ? (
        <button type="button" className="btn" onClick={() => begin(second)}>
          {t(second)}
        </button>
      ) : (
        <Link className="btn" to={addressOf.printQuote(quoteId, version)}>
          {t('print')}
        </Link>
      )}
      {main && (
        <button type="button" className="btn main-act" onClick={() => begin(main)}>
          {t(main)}
        </button>
      )}
      {act === 'SendQuote' && (
        <Sending quote={quote} onClose={() => open(undefined)} onAsk={() => open('RequestQuoteApproval')} />
      )}
      {act && act !== 'SendQuote' && (
        <CommandDrawer
          key={act}
          name={act}
          action={t(act)}
          fixed={fixedFor(quote, act)}
          revision={revision}
          shown={SHOWN[act] ?? []}
          onClose={() => open(undefined)}
          onDone={() => undefined}
        />
      )}
    </>
  );
};
