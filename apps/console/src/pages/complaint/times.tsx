import { Clock } from '../../design/clock.js';
import { instant } from '../../design/dates.js';
import { Facts } from '../../design/record.js';
import { Section } from '../../design/section.js';
import { useLanguage } from '../../words/language.js';
import { Ended } from '../complaints/ended.js';
import type { ShownProps } from './props.js';
import { useComplaintTexts } from './texts.js';

/** The two clocks: until the first response, and until the solution. */
export const Times = ({ complaint }: Pick<ShownProps, 'complaint'>) => {
  const [t, language] = [useComplaintTexts(), useLanguage()];
  const { status, respondedAt, respondedOnTime, responseDueAt, pausedSince, onTime } = complaint;
  return (
    <Section title={t('clocks')}>
      <Facts>
        <div className="fact">
          <dt>{t('response')}</dt>
          <dd>
            {respondedAt === null ? (
              responseDueAt && <Clock dueAt={responseDueAt} overdueSince={null} pausedSince={pausedSince} />
            ) : (
              <>
                {t('given', { at: instant(respondedAt, language) })}
                <Kept isKept={respondedOnTime} />
              </>
            )}
          </dd>
        </div>
        <div className="fact">
          <dt>{t('solution')}</dt>
          <dd>
            {status === 'open' ? <Clock {...complaint} /> : <Ended complaint={complaint} />}
            {status !== 'open' && <Kept isKept={onTime} />}
            <p className="small faint">{instant(complaint.dueAt, language)}</p>
          </dd>
        </div>
      </Facts>
    </Section>
  );
};

const Kept = ({ isKept }: { readonly isKept: boolean | null }) => {
  const t = useComplaintTexts();
  return isKept === null ? null : (
    <>
      {' '}
      <span className={isKept ? 'tag' : 'tag bad'}>{t(isKept ? 'onTime' : 'late')}</span>
    </>
  );
};
