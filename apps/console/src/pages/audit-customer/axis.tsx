import { useCustomerAuditTexts } from './texts.js';
import { useAudited } from './use-audited.js';

/** By what was known at a moment, or by what was true then. */
export const AxisChoice = () => {
  const [t, { axis, set }] = [useCustomerAuditTexts(), useAudited()];
  return (
    <div className="seg" role="group" aria-label={t('order')}>
      {(['recorded', 'occurred'] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={axis === each}
          onClick={() => set({ axis: each === 'recorded' ? undefined : each, step: undefined })}
        >
          {t(each)}
        </button>
      ))}
    </div>
  );
};
