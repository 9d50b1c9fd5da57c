/** What a stream says of an entry that administrators keep, a form or a rule; `null` before it is added. */
export type KeptEntry<Added, Entry> = {
  /** As it was added. */
  readonly added: Added;
  readonly entry: Entry;
  readonly isOn: boolean;
  /** Why it was switched off or on last. */
  readonly reason: string | null;
  /** When it was last changed. */
  readonly changedAt: string;
} | null;

type Occurred = { readonly occurredAt: string };
type Switched = { readonly reason: string };

/** The steps of its fold; `entryOf` leaves the id out. */
export const keptSteps = <Added extends object, Entry extends object>(entryOf: (added: Added) => Entry) => {
  type Kept = KeptEntry<Added, Entry>;
  const step =
    <Data>(change: (kept: NonNullable<Kept>, data: Data) => Partial<NonNullable<Kept>>) =>
    (kept: Kept, data: Data, { occurredAt: changedAt }: Occurred): Kept =>
      kept && { ...kept, ...change(kept, data), changedAt };
  return {
    added: (_: Kept, added: Added, { occurredAt: changedAt }: Occurred): Kept => ({
      ...{ added, entry: entryOf(added), isOn: true, reason: null, changedAt },
    }),
    changed: step(({ entry }, { after }: { readonly after: object }) => ({ entry: { ...entry, ...after } })),
    switchedOff: step((_, { reason }: Switched) => ({ isOn: false, reason })),
    switchedOn: step((_, { reason }: Switched) => ({ isOn: true, reason })),
  };
};
