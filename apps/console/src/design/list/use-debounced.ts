import { useEffect, useState } from 'react';

const PAUSE = 150; // ms

/** The value once it has not changed for a moment, so that typing sends few requests. */
export const useDebounced = <Value>(value: Value): Value => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
};
