import { answerOf, api, onSignedOut } from './client.js';
import { DraftKeeper, type DraftStore } from './draft-keeper.js';

const storeOf = (form: string): DraftStore => {
  const params = { path: { form } };
  return {
    read: async () => (await answerOf(api.GET('/v1/me/drafts/{form}', { params }))).draft,
    save: ({ values, revision }, isLeaving) =>
      answerOf(api.PUT('/v1/me/drafts/{form}', { params, body: { values, revision }, keepalive: isLeaving })),
    discard: async () => void (await answerOf(api.DELETE('/v1/me/drafts/{form}', { params }))),
  };
};

/** Of a form that has no draft on the server. */
const NOWHERE: DraftStore = {
  read: async () => null,
  save: async (entered) => ({ ...entered, savedAt: new Date().toISOString() }),
  discard: async () => undefined,
};

const ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;
const MOST = { ids: 3, characters: 200 };

/** The form of a command about some ids, as the server knows it; `undefined` if it has no drafts, as that of an act that is no command. */
export const formOf = (name: string, ids: readonly unknown[]): string | undefined => {
  const form = [name, ...ids].join('~');
  const isKnown = !name.includes('.') && ids.length <= MOST.ids && form.length <= MOST.characters;
  return isKnown && ids.every((id) => typeof id === 'string' && ID.test(id)) ? form : undefined;
};

const keepers = new Map<string, DraftKeeper>();

/** The keeper of the draft of a form, for as long as the page lives. */
export const draftKeeper = (name: string, ids: readonly unknown[]): DraftKeeper => {
  const form = formOf(name, ids);
  const key = form ?? JSON.stringify([name, ids]);
  const keeper = keepers.get(key) ?? new DraftKeeper(form === undefined ? NOWHERE : storeOf(form));
  keepers.set(key, keeper);
  return keeper;
};

let isPaused = false;

/** Whether drafts wait for their user to be signed in. */
const pause = () => {
  isPaused = true;
  for (const keeper of keepers.values()) keeper.pause();
};
onSignedOut(pause);

/** Saves what was entered until the session ended. Only for the same user as before. */
export const resumeDrafts = (): void => {
  if (!isPaused) return;
  isPaused = false;
  for (const keeper of keepers.values()) keeper.resume();
};

const leave = () => {
  if (document.visibilityState === 'hidden') for (const keeper of keepers.values()) void keeper.flush(true);
};
document.addEventListener('visibilitychange', leave);
