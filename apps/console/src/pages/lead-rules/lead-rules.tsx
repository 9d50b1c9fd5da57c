import { Icon } from '../../design/icon.js';
import { PageHead } from '../../design/page-head.js';
import { Tabs } from '../../design/tabs.js';
import { useAddress } from '../../design/use-address.js';
import { withParam } from '../../design/with-param.js';
import { Forms } from './forms.js';
import { Rules } from './rules.js';
import { useLeadRulesTexts } from './texts.js';

const TABS = ['rules', 'forms'] as const;

/** What is added on each tab. */
const ADDS = { rules: 'rule', forms: 'form' } as const;

/** Who gets new leads, and the forms by which web sites send them. */
const LeadRules = () => {
  const [t, [params, setParams]] = [useLeadRulesTexts(), useAddress()];
  const tab = TABS.find((each) => each === params.get('tab')) ?? TABS[0];
  const what = ADDS[tab];
  const add = (value: string | undefined) => setParams((before) => withParam(before, 'add', value));
  const adding = { isAdding: params.get('add') === what, endAdding: () => add(undefined) };
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <button type="button" className="btn main-act" onClick={() => add(what)}>
            <Icon name="plus" /> {t(what)}
          </button>
        }
      />
      <div className="page tight">
        <Tabs
          label={t('parts')}
          all={TABS}
          open={tab}
          onOpen={(each) => setParams(each === TABS[0] ? {} : { tab: each })}
          show={t}
        />
        {tab === 'rules' ? <Rules {...adding} /> : <Forms {...adding} />}
      </div>
    </>
  );
};

export default LeadRules;
