export type StoryCommand = {
  /** The same at each run. */
  readonly key: string;
  readonly actor: string;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly lanes: readonly [string, ...string[]];
};
export const storyOf: (options: { readonly today: string; readonly timeZone: string; readonly seed?: number }) => {
  readonly users: readonly { readonly id: string; readonly name: string; readonly roles: readonly string[] }[];
  readonly chapters: readonly (readonly StoryCommand[])[];
};
