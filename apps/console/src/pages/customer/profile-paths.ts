const isGroup = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values of a profile by path, such as `geographic.country`. */
export const byPath = (profile: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(profile).flatMap(([name, value]: readonly [string, unknown]) =>
      isGroup(value)
        ? Object.entries(value).map(
            ([member, each]: readonly [string, unknown]) => [`${name}.${member}`, each] as const,
          )
        : [[name, value] as const],
    ),
  );
