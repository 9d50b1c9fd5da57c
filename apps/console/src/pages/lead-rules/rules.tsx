import { useState } from 'react';
import { Following } from '../../design/following.js';
import { List } from '../../design/list/list.js';
import { Empty } from '../../design/states.js';
import { AddRule, RuleDrawer } from './rule-drawers.js';
import { Answer, Members, Takes, type Rule } from './rule-cells.js';
import { Switched, type Act, type Adding } from './switched.js';
import { useLeadRulesTexts } from './texts.js';

const PATH = '/v1/lead-rules';
const COMMANDS = { change: 'ChangeLeadRule', off: 'SwitchOffLeadRule', on: 'SwitchOnLeadRule' };

/** The rules by which leads are assigned, in the order in which they are tried. */
export const Rules = ({ isAdding, endAdding }: Adding) => {
  const t = useLeadRulesTexts();
  const [act, begin] = useState<Act<Rule>>();
  return (
    <Following lists={[PATH]}>
      <p className="tools muted">{t('rulesWhy')}</p>
      <List<Rule>
        path={PATH}
        filters={{ member: { label: { en: 'User', zh: '成员' } } }}
        idOf={({ ruleId }) => ruleId}
        columns={[
          {
            ...{ name: 'name', width: '16%', phone: 'wide' },
            show: ({ name, place }) => (
              <>
                <span className="only-s muted">{place} · </span>
                <span className="strong">{name}</span>
              </>
            ),
          },
          { name: 'place', width: '80px' },
          {
            ...{ name: 'sources', width: '20%', phone: 'wide', label: { en: 'Takes', zh: '适用范围' } },
            show: (rule) => <Takes rule={rule} />,
          },
          { name: 'members', width: '20%', phone: 'wide', show: (rule) => <Members rule={rule} /> },
          {
            ...{
              name: 'escalateTo',
              width: '20%',
              phone: 'wide',
              label: { en: 'Time to answer', zh: '应答时限与转交' },
            },
            show: (rule) => <Answer rule={rule} />,
          },
          {
            ...{ name: 'status', phone: 'wide' },
            show: (row) => <Switched row={row} commands={COMMANDS} begin={(name) => begin({ name, row })} />,
          },
        ]}
        empty={<Empty title={t('noRules')}>{t('noRulesWhy')}</Empty>}
      />
      {isAdding && <AddRule onClose={endAdding} />}
      {act && <RuleDrawer key={`${act.name} ${act.row.ruleId}`} {...act} onClose={() => begin(undefined)} />}
    </Following>
  );
};
