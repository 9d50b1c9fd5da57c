import { useValueWords } from './value-words.js';

const PLACES = ['initial', 'developing', 'mature', 'declining'];

/** A position among four, never a level; a lost customer has none. */
export const Lifecycle = ({ state }: { readonly state: string }) => {
  const word = useValueWords();
  return (
    <span className="lf">
      <i aria-hidden="true">
        {PLACES.map((place) => (
          <b key={place} className={place !== state ? undefined : state === 'declining' ? 'on d' : 'on'} />
        ))}
      </i>
      {word('LifecycleState', state)}
    </span>
  );
};
