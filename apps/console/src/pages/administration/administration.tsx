import type { ComponentType } from 'react';
import { PageHead } from '../../design/page-head.js';
import { Icon } from '../../design/icon.js';
import { Tabs } from '../../design/tabs.js';
import { withParam } from '../../design/with-param.js';
import { useAddress } from '../../design/use-address.js';
import { useMay } from '../../session/use-session.js';
import { Keys } from './keys.js';
import { Operations } from './operations.js';
import { Organisation } from './organisation.js';
import { Settings } from './settings.js';
import { useAdministrationTexts } from './texts.js';
import { Users } from './users.js';

const TABS = ['users', 'organisation', 'keys', 'operations', 'settings'] as const;
type Tab = (typeof TABS)[number];

const PARTS: Readonly<Record<Tab, { readonly right: string; readonly View: ComponentType }>> = {
  users: { right: 'organisation.read', View: Users },
  organisation: { right: 'organisation.read', View: Organisation },
  keys: { right: 'organisation.manage', View: Keys },
  operations: { right: 'projections.manage', View: Operations },
  settings: { right: 'settings.read', View: Settings },
};

/** The main action of a part. */
const ADDS = { users: 'user', keys: 'key' } as const;

/** Who works here, what they belong to, and how the installation runs. */
const Administration = () => {
  const [t, may, [params, setParams]] = [useAdministrationTexts(), useMay(), useAddress()];
  const offered = TABS.filter((each) => may(PARTS[each].right));
  const tab = offered.find((each) => each === params.get('tab')) ?? offered[0];
  if (tab === undefined) return null;
  const { View } = PARTS[tab];
  const add = (what: string) => setParams((before) => withParam(before, 'add', what));
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          (tab === 'users' || tab === 'keys') && (
            <button type="button" className="btn main-act" onClick={() => add(ADDS[tab])}>
              <Icon name="plus" /> {t(ADDS[tab])}
            </button>
          )
        }
      />
      <div className="page tight">
        <Tabs
          label={t('parts')}
          all={offered}
          open={tab}
          onOpen={(each) => setParams(each === TABS[0] ? {} : { tab: each })}
          show={t}
        />
        <View />
      </div>
    </>
  );
};

export default Administration;
