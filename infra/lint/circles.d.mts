export const circlesIn: (
  targets: ReadonlyMap<string, readonly (string | undefined)[]>,
) => (from: string, to: string) => readonly string[] | undefined;
