import { useEffect, useRef, useState } from 'react';
import type { DraftKeeper, KnownDraft } from '../../api/draft-keeper.js';
import { enteredIn, type Values } from './values.js';

const SOON = 200; // ms, after which a form is shown although its draft has not been read
const AGAIN = 10_000; // ms until a draft that could not be read is read again

type Options = {
  readonly keeper: DraftKeeper;
  /** What stands in the fields where nothing was entered. */
  readonly initial: Values;
  readonly revision: number | null | undefined;
};

/** A draft that was found when the form was opened. */
export type FoundDraft = Pick<KnownDraft, 'savedAt' | 'revision'>;

/**
 * The values of a form, and the draft of what was entered: kept on the server while it is typed, and in the fields again when the
 * form is opened. A draft that arrives after the user has begun to type is offered instead.
 */
export const useDraft = ({ keeper, initial: given, revision = null }: Options) => {
  const [initial] = useState(given);
  const [found, find] = useState(keeper.latest);
  const [offered, offer] = useState<KnownDraft | null>(null);
  const [values, setValues] = useState<Values>({ ...initial, ...found?.values });
  const [isReady, setReady] = useState(found !== null);
  const now = useRef({ values, isTouched: false });
  const at = found?.revision ?? revision;

  const put = (next: Values) => {
    now.current.values = next;
    setValues(next);
  };
  const keep = () => {
    const entered = enteredIn(now.current.values, initial);
    if (Object.keys(entered).length === 0) keeper.discard();
    else keeper.keep({ values: entered, revision: at });
  };
  const use = (draft: KnownDraft | null) => {
    keeper.latest = draft;
    now.current.isTouched = false;
    find(draft);
    offer(null);
    put({ ...initial, ...draft?.values });
  };
  const arrived = (draft: KnownDraft | null) => {
    setReady(true);
    if (!now.current.isTouched && !keeper.isUnsaved) use(draft);
    else if (draft?.savedAt !== found?.savedAt) offer(draft);
  };
  useEffect(() => reading(keeper, arrived, () => setReady(true)), [keeper]);
  return {
    ...{ values, found, offered, isReady },
    /** The revision of the record that the values were entered for. */
    at,
    change: (next: Values) => {
      now.current.isTouched = true;
      put(next);
      keep();
    },
    /** Puts the draft that arrived late in the place of what was entered. */
    takeOffered: () => {
      if (offered) keeper.keep(offered);
      use(offered);
    },
    /** Throws the draft away; the function that is returned brings it back. */
    discard: () => {
      const before = { values: enteredIn(now.current.values, initial), revision: at };
      keeper.discard();
      use(null);
      return () => {
        keeper.keep(before);
        use(keeper.latest);
      };
    },
    sent: () => keeper.discard(),
  };
};

/** Reads the draft, until that succeeds. Returns what ends it. */
const reading = (keeper: DraftKeeper, arrived: (draft: KnownDraft | null) => void, isLate: () => void) => {
  let isOver = false;
  let again: ReturnType<typeof setTimeout> | undefined;
  const late = setTimeout(isLate, SOON);
  const read = () =>
    keeper.read().then(
      (draft) => {
        if (!isOver) arrived(draft);
      },
      () => {
        if (!isOver) again = setTimeout(() => void read(), AGAIN);
      },
    );
  void read();
  return () => {
    isOver = true;
    clearTimeout(late);
    clearTimeout(again);
    void keeper.flush();
  };
};
