import { Link } from 'react-router';
import { SideDrawer } from '../dialog.js';
import { useProblemText } from '../states.js';
import type { BulkRun } from './bulk-run.js';
import { useBulkTexts } from './texts.js';

type Props = { readonly run: BulkRun; readonly onClose: () => void };

/** The records that were not changed, each with the reason. */
const Refused = ({ run, onClose }: Props) => {
  const [t, textOf] = [useBulkTexts(), useProblemText()];
  const again = () => {
    onClose();
    void run.go();
  };
  const footer = (
    <div className="drawer-foot">
      <button type="button" className="btn" onClick={onClose}>
        {t('close')}
      </button>
      <button type="button" className="btn main-act" onClick={again}>
        {t('again')}
      </button>
    </div>
  );
  return (
    <SideDrawer title={t('refused', { count: run.refused.length })} onClose={onClose} footer={footer}>
      <p className="muted">{t('why')}</p>
      <ul className="run-refused">
        {run.refused.map(([{ id, name, to }, error]) => (
          <li key={id}>
            <Link to={to} onClick={onClose}>
              {name}
            </Link>
            <p className="small">{textOf(error)}</p>
          </li>
        ))}
      </ul>
    </SideDrawer>
  );
};

export default Refused;
