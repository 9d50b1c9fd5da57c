import { useState } from 'react';
import { SideDrawer } from '../../design/dialog.js';
import { DeskPage } from '../../design/list/desk-page.js';
import { List, type Column } from '../../design/list/list.js';
import { Empty } from '../../design/states.js';
import { useNames } from '../../design/use-names.js';
import { useSession } from '../../session/use-session.js';
import { ActDrawer, Acts, type Act, type Lead } from './acts.js';
import { Assignment, Due } from './assignment.js';
import { useAssignmentTexts } from './assignment-texts.js';
import { Evidence } from './evidence.js';
import { nameOf } from './name.js';
import { useLeadsTexts } from './texts.js';

const DESKS = ['mine', 'unowned', 'waiting', 'open', 'ended'] as const;
type Desk = (typeof DESKS)[number];

const EARLIEST = '2000-01-01T00:00:00Z'; // leads that have a time until which they are to be answered

/** What each desk shows, and in which order until the user sorts. */
const conditionsOf = (desk: Desk, userId: string) => {
  const open = { status: ['new', 'contacted'], sort: '-score' };
  return {
    mine: { ...open, owner: userId },
    unowned: { ...open, status: 'new' },
    waiting: { status: 'new', 'respondBy.from': EARLIEST, sort: 'respondBy' },
    open,
    ended: { status: ['converted', 'disqualified'], sort: '-capturedAt' },
  }[desk];
};

/** Who may become a customer: the best score stands first. */
const Leads = () => {
  const [t, { userId }] = [useLeadsTexts(), useSession()];
  return (
    <DeskPage
      title={t('title')}
      label={t('desks')}
      path="/v1/leads"
      desks={DESKS}
      name={t}
      conditionsOf={(desk) => conditionsOf(desk, userId)}
      begin={{
        ...{ right: 'leads.write', param: 'capture', label: t('capture'), command: 'CaptureLead' },
        shown: ['name', 'company', 'phones', 'emails', 'source', 'need'],
      }}
    >
      {(desk) => <LeadDesk key={desk} desk={desk} />}
    </DeskPage>
  );
};

const LeadDesk = ({ desk }: { readonly desk: Desk }) => {
  const [t, { userId }] = [useLeadsTexts(), useSession()];
  const [act, begin] = useState<Act>();
  const [looked, look] = useState<Lead>();
  return (
    <>
      <List<Lead>
        path="/v1/leads"
        fixed={conditionsOf(desk, userId)}
        saves={['desk']}
        idOf={({ leadId }) => leadId}
        columns={[
          {
            ...{ name: 'company', width: '24%', phone: 'wide', label: { en: 'Lead', zh: '线索' } },
            show: (lead) => nameOf(lead) ?? t('unnamed'),
          },
          {
            ...{ name: 'score', width: '96px', phone: 'start' },
            show: (lead) => (
              <button type="button" className="btn mini" onClick={() => look(lead)}>
                {lead.score} <span className="sr">: {t('score')}</span>
              </button>
            ),
          },
          { name: 'status', width: '104px' },
          { name: 'source', width: '112px' },
          { name: 'capturedAt', width: '128px' },
          ...(desk === 'ended' ? [] : [DUE]),
          {
            ...{ name: 'owner', phone: 'side' },
            show: (lead) => (
              <span className="holder">
                <Owner lead={lead} look={look} />
                <Acts lead={lead} begin={begin} />
              </span>
            ),
          },
        ]}
        empty={<Empty title={t('none')}>{t('noneWhy')}</Empty>}
      />
      {act && <ActDrawer key={`${act.command} ${act.lead.leadId}`} {...act} begin={begin} />}
      {looked && (
        <SideDrawer title={nameOf(looked) ?? t('unnamed')} onClose={() => look(undefined)}>
          <Assignment lead={looked} />
          <Evidence lead={looked} />
        </SideDrawer>
      )}
    </>
  );
};

const DUE: Column<Lead> = {
  ...{ name: 'respondBy', width: '144px' },
  show: (lead) => <Due lead={lead} />,
};

type OwnerProps = { readonly lead: Lead; readonly look: (lead: Lead) => void };

/** Who takes care of a lead, whether a rule has chosen that user, and on a phone the time that is left. */
const Owner = ({ lead, look }: OwnerProps) => {
  const [t, say, nameOf] = [useLeadsTexts(), useAssignmentTexts(), useNames()];
  const { owner, assignment } = lead;
  if (!owner) return <span className="faint">{t('nobody')}</span>;
  return (
    <span>
      {owner.name ?? nameOf(owner.id)}
      <span className="only-s say">
        <Due lead={lead} />
      </span>
      {assignment && (
        <button type="button" className="link small say" onClick={() => look(lead)}>
          {say('byRule')} <span className="sr">: {assignment.rule}</span>
        </button>
      )}
    </span>
  );
};

export default Leads;
