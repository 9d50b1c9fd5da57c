import { useState } from 'react';
import { Following } from '../../design/following.js';
import { List } from '../../design/list/list.js';
import { Empty } from '../../design/states.js';
import { AddForm, FormDrawer, type Form } from './form-drawers.js';
import { SnippetDrawer } from './snippet-drawer.js';
import { Switched, type Act, type Adding } from './switched.js';
import { useLeadRulesTexts } from './texts.js';

const PATH = '/v1/lead-forms';
const COMMANDS = { change: 'ChangeLeadForm', off: 'SwitchOffLeadForm', on: 'SwitchOnLeadForm' };
const SNIPPET = 'snippet';

/** The forms by which web sites send leads, each with its HTML. */
export const Forms = ({ isAdding, endAdding }: Adding) => {
  const t = useLeadRulesTexts();
  const [act, begin] = useState<Act<Form>>();
  const end = () => begin(undefined);
  return (
    <Following lists={[PATH]}>
      <p className="tools muted">{t('formsWhy')}</p>
      <List<Form>
        path={PATH}
        idOf={({ formId }) => formId}
        columns={[
          {
            ...{ name: 'name', width: '22%', phone: 'wide' },
            show: (row) => (
              <span className="holder">
                <span className="strong">{row.name}</span>
                <button type="button" className="btn mini" onClick={() => begin({ name: SNIPPET, row })}>
                  HTML <span className="sr">: {row.name}</span>
                </button>
              </span>
            ),
          },
          { name: 'source', width: '112px', phone: 'start' },
          { name: 'campaignId', width: '112px', phone: 'side' },
          {
            ...{ name: 'origins', width: '18%', phone: 'wide' },
            show: ({ origins }) => <Origins origins={origins} />,
          },
          {
            ...{ name: 'consent', phone: 'wide' },
            show: ({ consent }) => consent && <span className="small muted">{consent.wording}</span>,
          },
          {
            ...{ name: 'status', width: '20%', phone: 'wide' },
            show: (row) => <Switched row={row} commands={COMMANDS} begin={(name) => begin({ name, row })} />,
          },
        ]}
        empty={<Empty title={t('noForms')}>{t('noFormsWhy')}</Empty>}
      />
      {isAdding && <AddForm onClose={endAdding} />}
      {act?.name === SNIPPET && <SnippetDrawer form={act.row} onClose={end} />}
      {act && act.name !== SNIPPET && <FormDrawer key={`${act.name} ${act.row.formId}`} {...act} onClose={end} />}
    </Following>
  );
};

const Origins = ({ origins }: Pick<Form, 'origins'>) => {
  const t = useLeadRulesTexts();
  if (origins.length === 0) return <span className="muted">{t('noOrigin')}</span>;
  return origins.map((each) => (
    <span key={each} className="say">
      {each}
    </span>
  ));
};
