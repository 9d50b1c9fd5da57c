/** A view or a part of the page that is computed with settings: a function of all settings of the installation. */
export type ConfiguredBy<Settings, Made> = (settings: Settings) => Made;

const MOST = 50; // kept choices: replays under other settings make many

/**
 * `configured(({ calendar }: Company) => ({ timeZone: calendar.timeZone }), ({ timeZone }) => view(…))`. `make` receives only
 * what `choose` picks, which is plain data; the same choice gives the same object.
 */
export const configured = <Settings, Chosen extends object, Made extends object>(
  choose: (settings: Settings) => Chosen,
  make: (chosen: Chosen) => Made,
): ConfiguredBy<Settings, Made & { readonly settings: string }> => {
  const made = new Map<string, Made & { readonly settings: string }>();
  return (given) => {
    const chosen = choose(given);
    const settings = canonical(chosen);
    const known = made.get(settings) ?? { ...make(chosen), settings };
    made.set(settings, known);
    const [, second] = made.keys();
    if (made.size > MOST) made.delete(second!); // the first one is that of the process
    return known;
  };
};

/** JSON whose members are in the order of their names. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
