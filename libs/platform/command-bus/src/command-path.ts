type ParametersIn<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParametersIn<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The path, if each `:parameter` is one of the fields; otherwise a compiler message. */
export type PathOver<Names extends string, Path extends string> = [ParametersIn<Path>] extends [Names]
  ? Path
  : `':${Exclude<ParametersIn<Path>, Names>}' is no field of this command`;
