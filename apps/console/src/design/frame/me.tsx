import { useSession } from '../../session/use-session.js';
import { initials } from '../format.js';

/** Who is signed in; opens the account. */
export const Me = ({ onAccount }: { readonly onAccount: () => void }) => {
  const { name, roles } = useSession();
  return (
    <button type="button" className="me" onClick={onAccount} aria-haspopup="dialog">
      <span className="av" aria-hidden="true">
        {initials(name)}
      </span>
      <span>
        <b>{name}</b>
        <span className="small faint">{roles.join(', ')}</span>
      </span>
    </button>
  );
};
