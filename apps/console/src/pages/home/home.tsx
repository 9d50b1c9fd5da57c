import { Following } from '../../design/following.js';
import { weekday } from '../../design/dates.js';
import { useNow } from '../../design/moment.js';
import { PageHead } from '../../design/page-head.js';
import { Empty } from '../../design/states.js';
import { useMay } from '../../session/use-session.js';
import { useLanguage } from '../../words/language.js';
import { ComplaintsDue } from './complaints.js';
import { ContactsDue } from './customers.js';
import { DealsClosing } from './deals.js';
import { NeedsEnding } from './needs.js';
import { Reminders } from './reminders.js';
import { SinceYesterday } from './since.js';
import { TasksDue } from './tasks.js';
import { useHomeTexts } from './texts.js';
import { useWhose, type Whose } from './use-whose.js';

const LISTS = ['/v1/complaints', '/v1/contacts', '/v1/customers', '/v1/deals', '/v1/needs', '/v1/tasks'];

/** What waits for the user or the team, and what has happened since yesterday. */
const Home = () => {
  const [t, now, language] = [useHomeTexts(), useNow(), useLanguage()];
  const { whose, reach, choose } = useWhose();
  if (reach === 'none') return <Empty title={t('nothing')}>{t('nothingWhy')}</Empty>;
  return (
    <>
      <PageHead title={weekday(now, language)} />
      <div className="page">
        {reach !== 'own' && (
          <nav className="views" aria-label={t('whose')}>
            <Tab isOpen={!whose.isTeam} title={t('mine')} open={() => choose('mine')} />
            <Tab isOpen={whose.isTeam} title={t(reach)} open={() => choose('team')} />
          </nav>
        )}
      </div>
      <Following lists={LISTS}>
        <Work key={String(whose.isTeam)} whose={whose} />
      </Following>
    </>
  );
};

type TabProps = { readonly isOpen: boolean; readonly title: string; readonly open: () => void };

const Tab = ({ isOpen, title, open }: TabProps) => (
  <button type="button" aria-current={isOpen ? 'page' : undefined} onClick={open}>
    {title}
  </button>
);

const Work = ({ whose }: { readonly whose: Whose }) => {
  const may = useMay();
  return (
    <div className="cols">
      <div className="left">
        {may('tasks.read') && <Reminders />}
        {may('complaints.read') && <ComplaintsDue whose={whose} />}
        {may('tasks.read') && <TasksDue whose={whose} />}
        {may('deals.read') && <DealsClosing whose={whose} />}
        {may('customers.read') && <NeedsEnding whose={whose} />}
        {may('customers.read') && <ContactsDue whose={whose} />}
      </div>
      <aside className="right">
        <SinceYesterday whose={whose} />
      </aside>
    </div>
  );
};

export default Home;
